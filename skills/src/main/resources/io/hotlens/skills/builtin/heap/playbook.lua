-- Three histograms make two steps; garbage alone rarely grows at both, and hardly ever at three.
local STEPS = 3
local LOOK_MS = 4000
-- Small growth is start-up, caches and code warming up.
local MB_PER_MIN = 30
local MB_ADDED = 8
local WINDOW_S = 12

-- A leak shows as objects that survive: only then is it worth walking the heap again and again.
local course = history("heap.live_set_mb", 300)
local rising = course.count >= 2 and course.last > course.first and course.slope_per_min > MB_PER_MIN / 2

-- Before the first collections nothing is known; without allocation none will come.
local allocation = history("gc.allocation_mb_per_s", 30)
if history("jvm.heap_used_pct", 60).count < 4 then
  look_again(3000)
elseif course.count < 2 and (allocation.last or 0) > 2 and history("jvm.heap_used_pct", 60).window_s < 8 then
  look_again(4000)
elseif rising then
  local grown = heap_leak_candidates(10)
  if grown.histograms <= STEPS or grown.window_s < WINDOW_S then
    look_again(LOOK_MS)
  else
    local own, any
    for _, c in ipairs(grown.items) do
      local fits = c.mb_per_min >= MB_PER_MIN / 10 and c.r2 >= 0.85
      local plain = c.class_name:find("^java%.") or c.class_name:find("^jdk%.") or c.class_name:find("%[%]$")
      if fits and c.mb_added >= MB_ADDED and not any then any = c end
      if fits and not plain and c.instances_added >= 100 and not own then own = c end
    end
    if any then
      local culprit = own or any
      finding {
        type = "heap_leak", subject = culprit.class_name, severity = "warning", certain = true,
        context = ("%d histograms over %.0f s"):format(grown.histograms, grown.window_s),
        observation = ("%s grew at every one of %d histograms: %.0f more objects; most bytes went to %s, %.0f MB/min")
          :format(culprit.class_name, grown.histograms, culprit.instances_added, any.class_name, any.mb_per_min),
        hypothesis = ("objects of %s are kept by a collection that only grows"):format(culprit.class_name),
        evidence = grown,
      }
    end
  end
end
