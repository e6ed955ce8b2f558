-- The rules' own limit between "worth a look" and "a problem".
local SCORE = 75
-- A rule alone proves nothing: what it says must be seen by our own measurements too. The numbers are those of the
-- playbooks that own them.
local EXCEPTIONS_PER_S = 500
local GC_PCT = 10
local WATCH_S = 10

local SEEN_ELSEWHERE = {
  Exceptions = function()
    local rate = history("exceptions.exceptions_per_s", 15)
    return (rate.last or 0) >= EXCEPTIONS_PER_S and "exception_storm", ("%.0f exceptions/s"):format(rate.last or 0)
  end,
  GcPauseRatio = function()
    local share = history("gc.time_in_gc_pct", 15)
    return (share.last or 0) >= GC_PCT and "gc_overhead", ("%.0f %% of the time in collections"):format(share.last or 0)
  end,
}
SEEN_ELSEWHERE.HighGc = SEEN_ELSEWHERE.GcPauseRatio

-- Of a recording that has just begun the rules cannot judge.
local watched = history("jvm.live_threads", 60).window_s
if watched < WATCH_S then
  look_again((WATCH_S - watched) * 1000 + 1000)
else
  for _, rule in ipairs(rules_run().items) do
    local check = SEEN_ELSEWHERE[rule.id]
    if check and rule.severity == "warning" and (rule.score or 0) >= SCORE then
      local kind, measured = check()
      if kind then
        finding {
          type = kind, severity = "info",
          context = ("rule %s of JDK Mission Control, score %.0f"):format(rule.id, rule.score),
          observation = ("%s; measured: %s"):format(rule.summary, measured),
          hypothesis = rule.name,
          evidence = rules_result(rule.id),
        }
      end
    end
  end
end
