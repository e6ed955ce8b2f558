-- An anomaly says where to look and is no cause by itself: reported for the record, for other skills to explain.
local RECENT_S = 600
local MOST = 5
local WHAT = {
  latest = "", average = "the average of ", step = "the step between values of ", lowest = "the lowest of ",
}

if monitor_get_state().state ~= "learning" then
  local told = {}
  for _, a in ipairs(monitor_get_anomalies(50).items) do
    if a.age_s <= RECENT_S and not told[a.metric] and #told < MOST then
      told[a.metric] = true
      told[#told + 1] = a.metric
      local unit = a.unit ~= "" and " " .. a.unit or ""
      finding {
        type = "metric_anomaly", subject = a.metric, severity = "info", certain = true,
        context = ("%.0f s ago"):format(a.age_s),
        observation = ("%s%s was %.4g%s, expected %.4g to %.4g%s"):format(WHAT[a.of], a.metric, a.value, unit, a.expected_low,
          a.expected_high, unit),
        evidence = a,
      }
    end
  end
end
