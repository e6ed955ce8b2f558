-- A match that runs away takes a whole processor; on a host with too much work a tenth may be all it gets.
local BUSY_CPU_PCT = 10
-- Matches that end leave samples outside the pattern: a matcher is made, text is read, results are stored.
local REGEX_PCT = 98
local SAMPLES = 40
-- A match in progress allocates nothing; a thread that makes matchers as fast as it can makes tens of MB each second.
local ALLOCATED_MB_PER_S = 0.5
local SECONDS = 12

-- Sampling begins only when somebody is busy: history tells without asking the target.
local cpu = history("jvm.process_cpu_pct", 10)
local in_use = (cpu.last or 100) / 100 * get_node_info().processors * 100

if cpu.count < 3 and cpu.count > 0 then
  look_again(3000)
elseif in_use >= BUSY_CPU_PCT then
  local top = profiler_hot_threads(5, SECONDS)
  if top.sampling or top.seconds_so_far < SECONDS then
    look_again(5000)
  else
    for _, t in ipairs(top.items) do
      local idle = not t.allocated_mb_per_s or t.allocated_mb_per_s <= ALLOCATED_MB_PER_S
      if t.regex_pct >= REGEX_PCT and t.samples >= SAMPLES and (t.cpu_pct or 100) >= BUSY_CPU_PCT and idle then
        finding {
          type = "regex_backtracking", subject = t.thread, severity = "warning", certain = true,
          context = ("%d samples over %.0f s, %.0f %% of a processor"):format(t.samples, top.seconds_so_far, t.cpu_pct or 0),
          observation = ("thread '%s' was inside a regular expression in %.0f %% of its samples, in %s, and allocated %.1f MB/s")
            :format(t.thread, t.regex_pct, t.site, t.allocated_mb_per_s or 0),
          hypothesis = "one match backtracks through combinations and does not come to its end",
          evidence = { thread = t, methods = profiler_hot_methods(5, SECONDS).items },
        }
      end
    end
  end
end
