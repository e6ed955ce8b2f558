-- Below this the scheduler of a busy host alone makes threads come late.
local STALL_MS = 200
local STALLS = 3
-- On a host without a free processor every thread comes late: only what is far longer is the application's own doing.
local STALL_MS_BUSY_HOST = 300
local BUSY_HOST_PCT = 95
-- With processors to spare nobody comes late by chance: shorter ones count too when all of them come in so short a time,
-- of which it is known second by second that the host was free.
local STALL_MS_FREE_HOST = 100
local FREE_HOST_PCT = 80
local FREE_HOST_S = 12
local FREE_HOST_SAMPLES = 10
-- How long more of those are waited for.
local STALL_PATIENCE_S = 30
-- A tenth of one carrier's time; less is a start-up that initializes classes.
local PINNED_MS_PER_S = 100
local PINNED = 8
-- Who sits on a carrier at this many looks over this long computes; a request is over sooner.
local SITTING_LOOKS = 4
local SITTING_S = 5
-- The least time to watch before silence means anything: events arrive up to three seconds late.
local WATCH_S = 10

local stats = events_stats()

local function known(part)
  return stats[part].unavailable == nil
end

-- How many ways to a stop took so long, and how long they took in all.
local function ways(page, least_ms, since_ms)
  local found = { count = 0, total_ms = 0, longest_ms = 0 }
  for _, s in ipairs(page.items) do
    if s.what:find("on their way", 1, true) and s.duration_ms >= least_ms and s.unix_ms >= since_ms then
      found.count = found.count + 1
      found.total_ms = found.total_ms + s.duration_ms
      found.longest_ms = math.max(found.longest_ms, s.duration_ms)
    end
  end
  return found
end

local function is_free()
  local cpu = history("jvm.system_cpu_pct", FREE_HOST_S)
  local throttled = history("system.cpu_throttled_pct", FREE_HOST_S).max or 0
  return cpu.count >= FREE_HOST_SAMPLES and cpu.max < FREE_HOST_PCT and throttled == 0
end

local function stalls()
  local busy = (history("jvm.system_cpu_pct", 30).last or 0) >= BUSY_HOST_PCT
  local page = events_get_safepoints(50)
  local long = ways(page, STALL_MS, 0)
  local found = busy and ways(page, STALL_MS_BUSY_HOST, 0) or long
  local waited = long.count > 0
  if not busy and found.count < STALLS then
    local shorter = ways(page, STALL_MS_FREE_HOST, get_current_time().unix_ms - FREE_HOST_S * 1000)
    if is_free() and shorter.count >= STALLS then
      found = shorter
    end
    waited = waited or (shorter.count > 0 and stats.window_s < STALL_PATIENCE_S)
  end
  if found.count >= STALLS then
    finding {
      type = "safepoint_stall", severity = "warning", certain = not busy,
      context = ("watched for %.0f s; the host is %s"):format(stats.window_s, busy and "out of CPU" or "not out of CPU"),
      observation = ("%d times all threads waited for the last one on its way to a stop, %.0f ms at longest, %.0f ms in all")
        :format(found.count, found.longest_ms, found.total_ms),
      hypothesis = "a long loop that was compiled without a poll for stops lets all others wait",
      evidence = stats.way_to_stop,
    }
  elseif waited then
    look_again(3000)
  end
end

local function pinned()
  if stats.pinned.count == 0 then
    return
  end
  local window = math.min(stats.window_s, 300)
  local per_s = stats.pinned.total / math.max(window, 1)
  if stats.pinned.count < PINNED then
    look_again(3000)
  elseif per_s >= PINNED_MS_PER_S then
    local list = events_get_pinned(5)
    local top = list.by_what[1]
    finding {
      type = "vthread_pinning", subject = top.site, severity = "warning", certain = true,
      context = ("watched for %.0f s"):format(window),
      observation = ("virtual threads waited on their carrier %d times, %.0f ms each second in all; most at %s (%s)")
        :format(stats.pinned.count, per_s, top.site, top.what),
      hypothesis = ("%s blocks where a virtual thread cannot leave its carrier"):format(top.site),
      evidence = list,
    }
  end
end

local function starving()
  local now = stats.virtual_threads
  if now.queued < now.parallelism or now.mounted < now.parallelism then
    return
  end
  local queue = history("events.queued_virtual_threads", 10)
  local seats = events_carriers(20)
  local sitting, since, site = 0, math.huge, nil
  for _, s in ipairs(seats.items) do
    if s.looks >= SITTING_LOOKS and s.since_s >= SITTING_S then
      sitting, since, site = sitting + 1, math.min(since, s.since_s), site or s.site
    end
  end
  if sitting >= now.parallelism then
    finding {
      type = "vthread_starvation", subject = site, severity = "critical", certain = true,
      context = ("%d looks; %.0f carriers"):format(seats.looks, now.parallelism),
      observation = ("%.0f virtual threads wait for a carrier (%.0f ten seconds ago); the same %d have not left theirs for %.0f s, one is in %s")
        :format(now.queued, queue.first or now.queued, sitting, since, site),
      hypothesis = "long computations run on virtual threads and never give their carriers back",
      evidence = seats,
    }
  elseif #seats.items > 0 then
    look_again(2000)
  end
end

if stats.window_s < WATCH_S then
  look_again((WATCH_S - stats.window_s) * 1000 + 500)
end
if known("safepoint") then
  stalls()
  pinned()
end
if known("virtual_threads") then
  starving()
end
