-- Filling in 500 stacks each second costs about a hundredth of a processor, and nobody decides 500 times a second by failing.
local STORM_PER_S = 500
-- A burst is over after some seconds; the mean of a window this long is not made by one.
local STORM_WINDOW_S = 8
-- On a JDK that shows single exceptions only in windows, the types are known after the second window at the latest.
local TYPES_WITHIN_S = 30
-- One OutOfMemoryError or StackOverflowError can be a test of limits; two within five minutes are a habit.
local FATAL = 2
-- Other errors are how optional libraries are found out about: a handful from one place is start-up.
local ERRORS = 10
local ERRORS_SPAN_S = 8
-- The least time to watch before silence means anything.
local WATCH_S = 4

local stats = exception_stats()
local rate = type(stats.exceptions_per_s) == "number" and stats.exceptions_per_s or nil

local function short(name)
  return name:match("[^.]+$") or name
end

local function storm()
  if not rate then
    -- Two events come within a second or two after the stream has begun; for any other reason there are none to wait for.
    if (stats.exceptions_per_s.unavailable or ""):find("each second", 1, true) then look_again(3000) end
    return
  end
  if stats.window_s < WATCH_S or (rate >= STORM_PER_S and stats.window_s < STORM_WINDOW_S) then
    look_again(3000)
    return
  end
  if rate < STORM_PER_S then
    return
  end
  local top, site = stats.types[1], stats.sites[1]
  if not top and not stats.seeing:find("unknown", 1, true) and stats.window_s < TYPES_WITHIN_S then
    look_again(4000)
    return
  end
  local what = top and ("%.0f %% of those seen are %s"):format(top.share_pct, top.type) or stats.seeing
  if site then
    what = what .. (", thrown at %s"):format(site.site)
  end
  finding {
    type = "exception_storm", subject = top and top.type or "", severity = "warning",
    context = ("watched for %.0f s, %.0f throwables in that time"):format(stats.window_s, stats.exceptions_5m),
    observation = ("%.0f exceptions are thrown each second; %s"):format(rate, what),
    hypothesis = top and ("%s is thrown for what happens all the time"):format(short(top.type)) or
      "work fails again and again, or exceptions steer what is expected",
    evidence = stats,
  }
end

local function errors()
  local all = exception_recent(50, "error")
  local groups, order = {}, {}
  for _, e in ipairs(all.items) do
    local key = e.type .. " " .. e.site
    if not groups[key] then
      groups[key] = { type = e.type, site = e.site, newest = e, count = 0, threads = {} }
      order[#order + 1] = key
    end
    local g = groups[key]
    g.count, g.oldest_ms = g.count + 1, e.unix_ms
    if e.thread ~= "" then g.threads[e.thread] = true end
  end
  for _, key in ipairs(order) do
    local g = groups[key]
    local kind = short(g.type)
    local fatal = kind == "OutOfMemoryError" or kind == "StackOverflowError" or kind == "InternalError"
    local span = (g.newest.unix_ms - g.oldest_ms) / 1000
    if fatal and g.count < FATAL then
      look_again(5000)
    elseif (fatal and g.count >= FATAL) or (g.count >= ERRORS and span >= ERRORS_SPAN_S) then
      local names = {}
      for n in pairs(g.threads) do names[#names + 1] = n end
      table.sort(names)
      finding {
        type = "error_thrown", subject = g.type, severity = fatal and "critical" or "warning", certain = true,
        context = ("over %.0f s, newest at %s"):format(span, g.newest.at),
        observation = ("%s was thrown at least %d times%s%s%s"):format(g.type, g.count,
          g.newest.message ~= "" and (" (%s)"):format(g.newest.message) or "",
          #names > 0 and (" on thread '%s'"):format(table.concat(names, "', '")) or "",
          g.site ~= "" and (" at %s"):format(g.site) or ""),
        hypothesis = kind == "StackOverflowError" and "a recursion does not come to its end, and somebody catches the error" or
          kind == "OutOfMemoryError" and "a kind of memory is used up, and somebody catches the error" or
          "what the error names is missing or broken, and it is tried again and again",
        evidence = { newest = g.newest, count = g.count, vm_errors_since_start = stats.vm_errors_since_start },
      }
    end
  end
end

storm()
errors()
