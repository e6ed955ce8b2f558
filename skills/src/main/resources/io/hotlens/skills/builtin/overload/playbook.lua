-- One look can meet a burst; waiting at every look over some seconds is a state.
local LOOKS = 4
local SPAN_S = 5
local LOOK_MS = 2000
-- Requests feel a wait of half a second; well-used pools let threads wait for milliseconds.
local LONG_WAIT_MS = 500
-- One long wait among many short ones is a thread that got no processor, or a pause of the JVM.
local USUAL_WAIT_MS = 250
-- Where the host has no processor free, those who hold a connection wait for one too.
local STARVED_WAIT_MS = 1000
local HOST_CPU_PCT = 95
-- A queue must be longer than a burst, and grow along a line for a while.
local QUEUE = 20
local QUEUE_PER_MIN = 30
local QUEUE_R2 = 0.8
local QUEUE_WINDOW_S = 8
-- Back-pressure lets producers wait for moments, not for seconds.
local BLOCKED_MS = 2000

local function short(frame)
  return frame:match("[^.]+%.[^.]+$") or frame
end

local function connections()
  local found = overload_get_overloaded_pools(20)
  local starved = (history("jvm.system_cpu_pct", 30).max or 0) >= HOST_CPU_PCT
  local usual = starved and STARVED_WAIT_MS or USUAL_WAIT_MS
  for _, pool in ipairs(found.items) do
    if pool.purpose == "connections" then
      local seen = pool.looks_waiting >= LOOKS and found.span_s >= SPAN_S
      if not seen then
        look_again(LOOK_MS)
      elseif pool.longest_wait_ms >= LONG_WAIT_MS and pool.usual_wait_ms >= usual then
        finding {
          type = "connection_pool_exhausted", subject = pool.name, severity = "critical", certain = true,
          context = ("%d looks over %.0f s%s"):format(pool.looks_waiting, found.span_s,
            pool.max and ("; %.0f of %.0f connections are in use"):format(pool.active, pool.max) or ""),
          observation = ("%d thread(s) wait for a connection%s at %s, at every look, usually for %.0f ms"):format(
            #pool.waiting_threads, pool.name ~= "" and (" of '" .. pool.name .. "'") or "", short(pool.waits_at),
            pool.usual_wait_ms),
          hypothesis = "connections are kept for too long: by slow queries, by other work done meanwhile, or for ever",
          evidence = pool,
        }
      end
    end
  end
end

local function queues()
  for _, growth in ipairs(overload_predict_growth().items) do
    if growth.what == "waiting" and growth.purpose == "workers" and growth.value >= QUEUE then
      local steady = growth.rise_per_min >= QUEUE_PER_MIN and growth.r2 >= QUEUE_R2
      if growth.window_s < QUEUE_WINDOW_S then
        look_again(LOOK_MS)
      elseif steady and growth.full then
        finding {
          type = "queue_backlog", subject = growth.name, severity = "warning", certain = true,
          context = ("all workers of the %s are busy; watched for %.0f s"):format(growth.kind, growth.window_s),
          observation = ("%.0f tasks wait in the queue of '%s', %.0f more each minute")
            :format(growth.value, growth.name, growth.rise_per_min),
          hypothesis = "work arrives faster than the workers get it done",
          evidence = growth,
        }
      end
    end
  end
end

local function full_queues()
  local status = overload_get_queue_status()
  for _, queue in ipairs(status.full_queues) do
    if queue.looks < LOOKS or status.span_s < SPAN_S then
      look_again(LOOK_MS)
    elseif queue.longest_wait_ms >= BLOCKED_MS then
      finding {
        type = "queue_backlog", subject = short(queue.at), severity = "warning", certain = true,
        context = ("%d looks over %.0f s"):format(queue.looks, status.span_s),
        observation = ("%d thread(s) wait for room in a full queue at %s, one of them for %.1f s without getting on")
          :format(queue.producers, short(queue.at), queue.longest_wait_ms / 1000),
        hypothesis = "those who empty the queue are slower than those who fill it",
        evidence = { queue = queue, executors = status.executors },
      }
    end
  end
end

connections()
queues()
full_queues()
