-- Direct buffers are counted exactly, so a short window is enough for a steady rise.
local DIRECT_MB_PER_MIN = 6
local DIRECT_ADDED_MB = 2
local DIRECT_WINDOW_S = 18
-- What nobody accounts for also grows while compiler, collector and our own connection warm up: only a steep rise that
-- goes on evenly for half a minute is a leak.
local NATIVE_MB_PER_MIN = 20
local NATIVE_ADDED_MB = 14
local NATIVE_WINDOW_S = 24
-- On a busy host that warming up lasts for minutes and rises evenly, but ends below this much.
local WARM_UP_MB = 64
-- The compiler's memory at the start hides a rise for some seconds: silence before this means nothing.
local FIRST_WINDOW_S = 10
-- By now it shows as one, or is none.
local SECOND_WINDOW_S = 15
-- A third of what a leak needs: below it nothing is coming.
local CALM_MB_PER_MIN = 7
-- A leak first fills what the compiler freed, and shows only then: a rise that is not even yet is watched for longer.
local PATIENCE_S = 50
local STEADY_R2 = 0.9
-- An even rise adds a third in the last third of the time.
local LATELY = 0.2

local function steady(c, per_min, added)
  return c.slope_mb_per_min >= per_min and c.added_mb >= added and c.r2 >= STEADY_R2
    and c.added_lately_mb >= c.added_mb * LATELY
end

local parts = {}
for _, p in ipairs(native_growth(5).items) do parts[p.part] = p end

local function direct()
  local d = parts.direct_buffers
  if not d or d.slope_mb_per_min < DIRECT_MB_PER_MIN then
    return false
  end
  if d.window_s < DIRECT_WINDOW_S then
    look_again(5000)
  elseif steady(d, DIRECT_MB_PER_MIN, DIRECT_ADDED_MB) then
    local buffers = native_get_buffers()
    local pool = buffers.items[1]
    finding {
      type = "direct_buffer_leak", severity = "warning", certain = true,
      context = ("%d direct buffers, %.0f MB, watched for %.0f s"):format(pool.count, pool.used_mb, d.window_s),
      observation = ("direct buffers grew %.0f MB/min and none of that was released"):format(d.slope_mb_per_min),
      hypothesis = "direct buffers are allocated again and again and stay reachable",
      evidence = buffers,
    }
    return true
  end
  return false
end

local function tracked(categories)
  local most
  for _, c in ipairs(categories or {}) do
    if c.category ~= "Java Heap" and (not most or c.committed_mb > most.committed_mb) then most = c end
  end
  return most
end

local function unaccounted()
  local n = parts.malloc_unaccounted
  local watched = parts.direct_buffers.window_s
  if not n or n.count < 3 then
    if watched < 32 then look_again(4000) end
    return
  end
  -- What our connection took at its start is in the whole window, not in its last third.
  local lately_mb_per_min = n.added_lately_mb * 3 * 60 / math.max(n.window_s, 1)
  local rise = math.min(n.slope_mb_per_min, lately_mb_per_min)
  if n.window_s < FIRST_WINDOW_S then
    look_again((FIRST_WINDOW_S - n.window_s) * 1000 + 1000)
  elseif rise < CALM_MB_PER_MIN or n.window_s >= SECOND_WINDOW_S and rise < NATIVE_MB_PER_MIN then
    return
  elseif n.window_s < NATIVE_WINDOW_S then
    look_again(7000)
  elseif n.mb >= WARM_UP_MB and steady(n, NATIVE_MB_PER_MIN, NATIVE_ADDED_MB) then
    local info = native_get_info()
    local most = tracked(info.tracking.categories)
    finding {
      type = "native_leak", severity = "warning", certain = true,
      context = ("%.0f MB resident, watched for %.0f s; the heap's resident part changed by %.0f MB/min%s")
        :format(parts.rss and parts.rss.mb or 0, n.window_s, parts.heap_resident and parts.heap_resident.slope_mb_per_min or 0,
          most and ("; of the JVM's own most is %s"):format(most.category) or ""),
      observation = ("memory outside the heap that nobody accounts for grew %.0f MB/min, evenly, to %.0f MB")
        :format(n.slope_mb_per_min, n.mb),
      hypothesis = "native code, or Java objects with native memory that are never closed, keep what they allocate",
      evidence = { growth = parts, info = info, malloc = native_malloc() },
    }
  elseif n.window_s < PATIENCE_S then
    look_again(7000)
  end
end

if not parts.direct_buffers then
  look_again(3000)
elseif not direct() then
  unaccounted()
end
