-- A leak must be seen over several collections: two points always make a line.
local LEAK_COLLECTIONS = 5
local LEAK_WINDOW_S = 15
-- Collections that come too rarely for that within this time are not waited for: the history goes on.
local LEAK_PATIENCE_S = 30
local LEAK_R2 = 0.85
-- What young collections promoted may be garbage until the old generation is collected: G1 marks from 45 % on, then frees.
local MARKING_PCT = 50
-- A rise that gets there soon is waited for; a slower one is told as what it may be.
local MARKING_WITHIN_S = 90
-- Slower rises need hours of history to tell from noise.
local LEAK_PCT_OF_HEAP_PER_MIN = 1
-- Less may be classes, code and caches warming up, or our own connection.
local LEAK_RISE_MB = 8
-- A heap that is nearly full anyway still warms up by some of it: then only a large rise is a leak.
local LEAK_RISE_TIGHT_PCT = 25
local LEAK_URGENT_MINUTES = 30
-- The usual rule of thumb: above a tenth of the time the collector is the problem.
local OVERHEAD_PCT = 10
-- On a host whose processors are taken by others, a collection waits for them: its length is not the collector's fault.
local HOST_CPU_PCT = 95
local OTHERS_CPU_PCT = 40
local STARVED_OVERHEAD_PCT = 25
-- In a heap nearly full of live objects, a twentieth of the time spent many times a second is already the heap's fault.
local TIGHT_OVERHEAD_PCT = 5
-- Above this share of the heap every collection finds next to nothing to free.
local TIGHT_LIVE_SET_PCT = 70
-- A minute of collections more than one a second, fed by hundreds of MB/s, is a flood.
local FLOOD_COLLECTIONS_PER_MIN = 60
local FLOOD_MB_PER_S = 150
local LONG_PAUSE_MS = 1000
-- Asked-for collections: one may be a tool, a steady beat is code.
local EXPLICIT_COUNT = 3
local EXPLICIT_PER_MIN = 2
local FINALIZER_BACKLOG = 500
-- Collections that only a very large object asked for: one in a while is a batch, a beat is a habit.
local HUMONGOUS_COUNT = 4
local HUMONGOUS_PER_MIN = 6
-- The least time to watch before silence means anything.
local WATCH_S = 6

local stats = gc_stats()
-- Collections are not heard yet on a connection that has just been made.
if stats.window_s < 1 then
  look_again(2000)
  return
end
local live = gc_live_set()
local tight = (live.live_set_pct or 0) >= TIGHT_LIVE_SET_PCT
local leaking = false

local function leak()
  local enough = live.collections >= LEAK_COLLECTIONS and live.window_s >= LEAK_WINDOW_S
  local steep = live.slope_mb_per_min * 100 / live.max_heap_mb >= LEAK_PCT_OF_HEAP_PER_MIN
  local rising = steep and live.drops == 0
  local least = tight and math.max(LEAK_RISE_MB, live.max_heap_mb * LEAK_RISE_TIGHT_PCT / 100) or LEAK_RISE_MB
  local risen = live.slope_mb_per_min * live.window_s / 60 >= least
  local soon = live.collections * LEAK_PATIENCE_S >= LEAK_COLLECTIONS * stats.window_s
  if not enough then
    if (rising or live.collections < 3) and soon then look_again(5000) end
  elseif rising and risen and live.r2 >= LEAK_R2 then
    local proven = live.old_collections > 0
    if not proven and gc_config().collector == "G1" then
      local missing_mb = live.max_heap_mb * MARKING_PCT / 100 - live.live_set_mb
      proven = missing_mb <= 0
      if not proven and missing_mb / live.slope_mb_per_min * 60 <= MARKING_WITHIN_S then
        look_again(5000)
        return
      end
    end
    leaking = true
    local minutes = live.minutes_to_full or math.huge
    finding {
      type = "heap_leak", severity = minutes < LEAK_URGENT_MINUTES and "critical" or "warning", certain = proven,
      context = ("heap of %.0f MB, %d collections in %.0f s"):format(live.max_heap_mb, live.collections, live.window_s),
      observation = ("what survives collections grew %.0f MB/min (r2 %.2f) and was never freed; full in %.0f min%s")
        :format(live.slope_mb_per_min, live.r2, minutes,
          proven and "" or "; the old generation was not collected meanwhile, so some of it may be garbage"),
      hypothesis = "objects are put into a collection that nobody empties",
      evidence = live,
    }
  end
end

local function starved()
  local host = history("jvm.system_cpu_pct", 60)
  local own = history("jvm.process_cpu_pct", 60)
  return (host.max or 0) >= HOST_CPU_PCT and (host.avg or 0) - (own.avg or 0) >= OTHERS_CPU_PCT
end

local function too_much()
  if tight and stats.collections_per_min >= FLOOD_COLLECTIONS_PER_MIN then
    return TIGHT_OVERHEAD_PCT
  end
  return starved() and STARVED_OVERHEAD_PCT or OVERHEAD_PCT
end

local function overhead()
  if stats.time_in_gc_pct < too_much() then
    return
  end
  if stats.window_s < 8 then
    look_again(3000)
    return
  end
  finding {
    type = "gc_overhead", severity = stats.time_in_gc_pct >= 30 and "critical" or "warning",
    context = ("%d collections in %.0f s"):format(stats.collections, stats.window_s),
    observation = ("collections stopped the application for %.0f %% of the time"):format(stats.time_in_gc_pct),
    hypothesis = tight and "the heap is nearly full of live objects, so collecting frees little" or
      "objects are allocated faster than they can be collected cheaply",
    evidence = stats,
  }
  if tight and not leaking then
    finding {
      type = "heap_undersized", severity = "warning",
      context = ("the limit of the heap is %.0f MB"):format(live.max_heap_mb),
      observation = ("%.0f MB (%.0f %%) stay in use after collections, and that does not grow")
        :format(live.live_set_mb, live.live_set_pct),
      hypothesis = "the heap is too small for what the application has to keep",
      evidence = { live = live, config = gc_config() },
    }
  end
end

local function flood()
  local rate = type(stats.allocation_mb_per_s) == "number" and stats.allocation_mb_per_s or 0
  if rate < FLOOD_MB_PER_S or stats.collections_per_min < FLOOD_COLLECTIONS_PER_MIN or tight then
    return
  end
  if stats.window_s < 5 then
    look_again(3000)
    return
  end
  local known, who = pcall(gc_top_allocators, 5)
  local names = {}
  for i, t in ipairs(known and who.threads or {}) do
    if i <= 3 then
      names[#names + 1] = ("'%s' %.0f MB/s"):format(t.name, t.allocated_mb_per_s)
    end
  end
  finding {
    type = "allocation_pressure", severity = "warning",
    context = ("%.0f collections/min, %.0f %% of the time"):format(stats.collections_per_min, stats.time_in_gc_pct),
    observation = ("%.0f MB/s are allocated%s")
      :format(rate, #names > 0 and "; most by " .. table.concat(names, ", ") or ""),
    hypothesis = "a hot path creates far more short-lived objects than it needs",
    evidence = { stats = stats, allocators = who },
  }
end

local function explicit()
  local causes = gc_causes()
  for _, c in ipairs(causes.items) do
    local per_min = c.collections / math.max(causes.window_s, 1) * 60
    if c.cause:find("System.gc", 1, true) then
      if c.collections < EXPLICIT_COUNT then
        look_again(3000)
      elseif per_min >= EXPLICIT_PER_MIN then
        finding {
          type = "explicit_gc", severity = "warning", certain = true,
          context = ("watched for %.0f s"):format(causes.window_s),
          observation = ("System.gc() was called %d times, %.0f/min; it stopped the application for %.0f ms in all")
            :format(c.collections, per_min, c.total_ms),
          hypothesis = "application code, a library or RMI asks for collections on a timer",
          evidence = c,
        }
      end
    end
  end
end

local function humongous()
  local causes = gc_causes()
  for _, c in ipairs(causes.items) do
    if c.cause:find("Humongous", 1, true) then
      local per_min = c.collections / math.max(causes.window_s, 1) * 60
      if c.collections < HUMONGOUS_COUNT or causes.window_s < 8 then
        look_again(4000)
      elseif per_min >= HUMONGOUS_PER_MIN then
        local who = gc_top_allocators(5)
        local most = who.threads[1]
        finding {
          type = "humongous_allocation", severity = "warning", certain = true,
          context = ("%d collections in %.0f s stopped the application for %.0f ms"):format(c.collections, causes.window_s, c.total_ms),
          observation = ("%.0f collections/min were needed to make room for objects larger than half a region%s")
            :format(per_min, most and ("; most is allocated by '%s', %.0f MB/s"):format(most.name, most.allocated_mb_per_s) or ""),
          hypothesis = "large arrays are allocated again and again in a heap with small regions",
          evidence = { cause = c, allocators = who, config = gc_config() },
        }
      end
    end
  end
end

local function misfits()
  local config = gc_config()
  if #config.contradictions > 0 then
    finding {
      type = "misconfigured", severity = "warning", certain = true,
      context = ("%s collector, %d processors, %.0f MB of memory"):format(config.collector, config.processors, config.memory_mb or 0),
      observation = "options contradict the machine or container: " .. table.concat(config.contradictions, "; "),
      hypothesis = "the options were made for another machine",
      evidence = config,
    }
  end
end

local function long_pauses()
  local long = gc_long_gcs(5, LONG_PAUSE_MS)
  if long.total > 0 then
    local worst = long.items[1]
    for _, p in ipairs(long.items) do
      if p.pause_ms > worst.pause_ms then worst = p end
    end
    finding {
      type = "gc_long_pause", severity = "warning", certain = true,
      context = ("%d pauses over %d ms in the last minutes"):format(long.total, LONG_PAUSE_MS),
      observation = ("the longest collection (%s, %s) stopped the application for %.0f ms at %s")
        :format(worst.collector, worst.cause, worst.pause_ms, worst.at),
      hypothesis = "the heap, or the host below it, made this collection slow",
      evidence = long,
    }
  end
end

local function finalizers()
  local pending = type(stats.pending_finalization) == "number" and stats.pending_finalization or 0
  if pending >= FINALIZER_BACKLOG then
    finding {
      type = "finalizer_backlog", severity = "warning",
      context = "objects that wait for their finalizer",
      observation = ("%.0f objects wait to be finalized"):format(pending),
      hypothesis = "finalizers run slower than objects with finalizers are made",
      evidence = { pending_finalization = pending, course = history("gc.pending_finalization", 120) },
    }
  end
end

-- On a connection that has just been made nothing is known yet.
if stats.window_s < WATCH_S then
  look_again(3000)
end

leak()
overhead()
flood()
explicit()
humongous()
misfits()
long_pauses()
finalizers()
