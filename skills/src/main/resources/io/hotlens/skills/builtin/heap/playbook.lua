-- Three histograms make two steps; garbage alone rarely grows at both, and hardly ever at three.
local STEPS = 3
local LOOK_MS = 4000
-- On a busy host what leaks comes slowly and in jerks: a rise that is not large or even yet is looked at up to so many
-- times.
local MOST_STEPS = 8
-- What a histogram cost on a busy host is held against the next for ten seconds.
local REFUSED_MS = 7000
local SOME_OBJECTS = 50
-- How long two collections are waited for, where objects are allocated, and where that is not known.
local ALLOCATES_MB_PER_S = 2
local ALLOCATES_S = 15
local UNKNOWN_S = 8
-- Small growth is start-up, caches and code warming up.
local MB_PER_MIN = 30
local MORE_OBJECTS = 200
local STEADY_R2 = 0.9
local WINDOW_S = 12
-- A step that stands out of a calm of this length.
local CALM_S = 90
local STEP_S = 30
local STEP_SHARE = 1.3
local STEP_MB = 3
-- A shorter calm is enough for what survives to double by more than code that warms up.
local SHORT_CALM_S = 30
local DOUBLE = 2
local DOUBLE_MB = 10

-- Enough reads to judge a cache by, seen over a while, and so few hits that it saves nothing.
local CACHE_GETS = 500
local CACHE_WINDOW_S = 6
local CACHE_HIT_PCT = 10

local function caches()
  for _, cache in ipairs(heap_caches().items) do
    local recent = cache.recent
    if recent.window_s < CACHE_WINDOW_S then
      look_again(3000)
    elseif (recent.gets or 0) >= CACHE_GETS and recent.hit_pct and recent.hit_pct < CACHE_HIT_PCT then
      local crowded = (recent.evictions or 0) > recent.gets * 0.5
      finding {
        type = "cache_ineffective", subject = cache.name, severity = "warning", certain = true,
        context = ("%s, watched for %.0f s"):format(cache.kind, recent.window_s),
        observation = ("%.1f %% of %.0f reads of the cache '%s' hit%s"):format(recent.hit_pct, recent.gets, cache.name,
          crowded and (", and %.0f entries were thrown out to make room"):format(recent.evictions) or ""),
        hypothesis = crowded and "the cache is too small for what is asked of it" or
          "what is asked for hardly ever repeats, or entries expire before it does",
        evidence = cache,
      }
    end
  end
end

caches()

-- A leak shows as objects that survive: only then is it worth walking the heap again and again.
-- The last minute counts by itself: a leak may have begun after a long time in which all was well.
local function rises(seconds)
  local c = history("heap.live_set_mb", seconds)
  return c.count >= 2 and c.last > c.first and c.slope_per_min > MB_PER_MIN / 2
end
local course = history("heap.live_set_mb", 300)
local rising = rises(300) or rises(60)

-- Seconds after a leak has begun its slope is lost in the calm before it: a step upwards is looked at again.
local function steps_up()
  local c = history("heap.live_set_mb", STEP_S)
  if c.count < 2 then return false end
  local rise = c.last - c.min
  return course.window_s > CALM_S and c.last > c.min * STEP_SHARE and rise > STEP_MB
    or course.window_s > SHORT_CALM_S and c.last > c.min * DOUBLE and rise > DOUBLE_MB
end

-- Before the first collections nothing is known; without allocation none will come. What is allocated may be known only
-- after the first.
local allocation = history("gc.allocation_mb_per_s", 30).last
-- The same value again is the same collection.
local one_collection = course.count < 2 or course.first == course.last
local patience_s = not allocation and UNKNOWN_S or allocation > ALLOCATES_MB_PER_S and ALLOCATES_S or 0
if history("jvm.heap_used_pct", 60).count < 4 then
  look_again(3000)
elseif one_collection and history("jvm.heap_used_pct", 60).window_s < patience_s then
  look_again(4000)
elseif steps_up() and not rising then
  look_again(LOOK_MS)
elseif rising then
  -- Refused while a histogram would pause the target for too long, which may pass.
  local known, grown = pcall(heap_leak_candidates, 50)
  if not known then
    look_again(REFUSED_MS)
  elseif grown.histograms <= STEPS or grown.window_s < WINDOW_S then
    look_again(LOOK_MS)
  else
    local function plain(name)
      return name:find("^java") or name:find("^jdk%.") or name:find("^sun%.") or name:find("^com%.sun%.")
        or name:find("%[%]$")
    end
    -- Of the application's own classes, the one with most new objects: arrays and JDK classes hang on it.
    local culprit, suspect
    for _, c in ipairs(grown.items) do
      if c.instances_added >= SOME_OBJECTS and not plain(c.class_name) then
        suspect = true
        local leaks = c.instances_added >= MORE_OBJECTS and c.r2 >= STEADY_R2
        if leaks and (not culprit or c.instances_added > culprit.instances_added) then culprit = c end
      end
    end
    if suspect and not culprit and grown.histograms <= MOST_STEPS then look_again(LOOK_MS) end
    if culprit then
      finding {
        type = "heap_leak", subject = culprit.class_name, severity = "warning", certain = true,
        context = ("%d histograms over %.0f s"):format(grown.histograms, grown.window_s),
        observation = ("%s grew at every one of %d histograms, by %.0f objects to %.0f, while what survives collections rose")
          :format(culprit.class_name, grown.histograms, culprit.instances_added, culprit.instances),
        hypothesis = ("objects of %s are kept by a collection that only grows"):format(culprit.class_name),
        evidence = { culprit = culprit, others = grown.items },
      }
    end
  end
end
