-- A pool that is full for a moment is a burst; full at every look of half a minute it is the bottleneck.
local FULL_PCT = 95
local LOOKS_S = 10

local course = history("tomcat.busy_pct", 30)
if course.count > 0 and course.last >= FULL_PCT then
  if course.window_s < LOOKS_S then
    look_again(3000)
  elseif course.min >= FULL_PCT then
    finding {
      type = "queue_backlog", subject = "Tomcat", severity = "warning",
      context = ("watched for %.0f s"):format(course.window_s),
      observation = ("%.0f %% of Tomcat's workers were busy at every look"):format(course.min),
      hypothesis = "requests take longer than they come in, so they wait for a worker",
      evidence = tomcat_connectors(),
    }
  end
end
