-- Nobody reads 500 records a second; a server that logs each of its requests stays well below.
local STORM_PER_S = 500
-- A start-up logs much for some seconds; only what goes on is a storm.
local STORM_WINDOW_S = 10
-- A fifth of all records, and more than single failures would write in that time.
local ERROR_PCT = 20
local ERRORS = 15
local ERRORS_WINDOW_S = 10
-- The least time to watch before silence means anything.
local WATCH_S = 6

local stats = logger_stats()
local minute, now = stats.last_minute, stats.last_15_s

local function storm()
  if now.records_per_s < STORM_PER_S then
    return
  end
  if minute.window_s < STORM_WINDOW_S then
    look_again(3000)
    return
  end
  local loud = logger_by_logger("", 5)
  local top = loud.items[1]
  local sample = logger_recent(1, "trace").items[1]
  finding {
    type = "log_storm", subject = top.logger, severity = "warning", certain = minute.records_per_s >= STORM_PER_S,
    context = ("watched for %.0f s"):format(minute.window_s),
    observation = ("%.0f log records each second; %.0f %% of them by '%s'%s"):format(now.records_per_s, top.share_pct, top.logger,
      sample and (', such as "%s"'):format(sample.message:sub(1, 120)) or ""),
    hypothesis = ("'%s' logs what happens all the time"):format(top.logger),
    evidence = loud,
  }
end

local function errors()
  if now.errors < ERRORS or now.error_rate_pct < ERROR_PCT then
    return
  end
  if minute.window_s < ERRORS_WINDOW_S then
    look_again(3000)
    return
  end
  local newest = logger_errors(10)
  local counts, top = {}, nil
  for _, e in ipairs(newest.items) do
    counts[e.logger] = (counts[e.logger] or 0) + 1
    if not top or counts[e.logger] > counts[top.logger] then top = e end
  end
  -- So many warnings may have come since that no error is kept.
  if not top then
    look_again(3000)
    return
  end
  finding {
    type = "log_errors", subject = top.logger, severity = "warning",
    context = ("%.0f errors in the last %.0f s"):format(minute.errors, minute.window_s),
    observation = ("%.0f %% of what was logged in the last 15 s are errors, most by '%s': \"%s\"")
      :format(now.error_rate_pct, top.logger, top.message:sub(1, 160)),
    hypothesis = ("work that '%s' does fails most of the time"):format(top.logger),
    evidence = { newest = newest.items[1], stats = stats },
  }
end

if not stats.unavailable then
  if stats.watched_s < WATCH_S then
    look_again(3000)
  end
  storm()
  errors()
end
