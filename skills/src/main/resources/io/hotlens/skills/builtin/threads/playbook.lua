-- A pause of a few seconds can be a slow answer; four looks over six seconds without any CPU are a hang.
local STUCK_LOOKS = 4
local STUCK_SECONDS = 5
local LOOK_MS = 2000
-- A lock that at least this many wait for at three looks, or that costs a whole thread's time.
local CONTENDED_WAITERS = 2
local CONTENDED_LOOKS = 3
local LOST_MS_PER_S = 1000
-- Timed-out tries of two threads in one method within ten seconds: a lucky retry needs one or two.
local RETRIES = 10
-- Steady rise without an end: a pool that fills up stops.
local LEAK_PER_MIN = 60
local LEAK_RISE = 40
local LEAK_WINDOW_S = 12
local LEAK_R2 = 0.95
-- The least time to watch before silence means anything.
local WATCH_S = 6

-- `com.shop.Cart$Lock` as `Cart$Lock`, `com.shop.Cart.add:12` as `Cart.add:12`: the evidence has the whole names.
local function short_class(name)
  return name:match("[^.]+$") or name
end

local function short_method(name)
  return name:match("[^.]+%.[^.]+$") or name
end

-- A JMX user who may only read is refused some of these; what is answered is looked at all the same.
local answers, refusal = 0, nil
local function ask(callback, ...)
  local known, answer = pcall(callback, ...)
  if not known then
    refusal = answer
    return nil
  end
  answers = answers + 1
  return answer
end

local function deadlocks()
  local found = ask(threads_deadlocks)
  if not found then return false end
  for _, cycle in ipairs(found.items) do
    local names, parts = {}, {}
    for _, t in ipairs(cycle.threads) do
      names[#names + 1] = t.name
      local holds = {}
      for _, l in ipairs(t.holds) do holds[#holds + 1] = short_class(l.class_name) end
      parts[#parts + 1] = ("'%s' holds %s and wants %s in %s"):format(t.name,
        #holds > 0 and table.concat(holds, ", ") or "a lock", short_class(t.wants_class), short_method(t.method))
    end
    finding {
      type = "deadlock", subject = table.concat(names, ", "), severity = "critical", certain = true,
      context = "the JVM itself reports the deadlock",
      observation = ("%d threads wait for each other: %s"):format(#names, table.concat(parts, "; ")),
      hypothesis = "the locks are taken in different order in different places",
      evidence = cycle,
    }
  end
  return found.total > 0
end

local function stuck(deadlocked)
  local found = ask(threads_stuck, 20)
  if not found then return end
  for _, pool in ipairs(found.starved_pools) do
    if pool.looks < STUCK_LOOKS or pool.still_s < STUCK_SECONDS then
      look_again(LOOK_MS)
    else
      finding {
        type = "thread_pool_starvation", subject = pool.container, severity = "critical", certain = true,
        context = ("%d looks over %.0f s"):format(pool.looks, pool.still_s),
        observation = ("all %d workers of pool '%s' wait for the result of another task at %s and do not get on")
          :format(pool.workers, pool.container, pool.method),
        hypothesis = "the tasks they wait for are queued behind them in the same pool",
        evidence = pool,
      }
    end
  end
  local names, longest, class, at = {}, 0, nil, nil
  for _, t in ipairs(found.items) do
    if t.looks >= STUCK_LOOKS and t.still_s >= STUCK_SECONDS then
      names[#names + 1] = t.name
      if t.still_s > longest then longest = t.still_s end
      class = class or t.lock_class
      at = at or t.method
    end
  end
  if #names > 0 then
    finding {
      type = "stuck_threads", subject = class, severity = "critical", certain = true,
      context = ("%d looks over %.0f s; the JVM reports %s deadlock")
        :format(found.looks, found.span_s, deadlocked and "another" or "no"),
      observation = ("%d thread(s) (%s) waited for a lock (%s) for %.0f s without any progress, one of them at %s")
        :format(#names, table.concat(names, ", "), class, longest, at),
      hypothesis = "the lock is held by one of them, as when a read lock is upgraded, or is never given back",
      evidence = found,
    }
  elseif found.waiting > 0 and (found.looks < STUCK_LOOKS or found.total > 0) then
    look_again(LOOK_MS)
  end
end

local function contention()
  local blocked = ask(threads_blocked, 5)
  if not blocked then return end
  local lost = {}
  for _, l in ipairs(blocked.lost) do lost[l.class_name] = l.lost_ms_per_s end
  for _, lock in ipairs(blocked.items) do
    local ms = lost[lock.class_name] or 0
    local steady = lock.looks_contended >= CONTENDED_LOOKS and lock.looks_contended >= blocked.looks * 0.6
    local running = lock.holder ~= "" and lock.holder_state ~= "BLOCKED"
    if lock.waiters >= CONTENDED_WAITERS and running and blocked.looks < CONTENDED_LOOKS then
      look_again(LOOK_MS)
    elseif lock.waiters >= CONTENDED_WAITERS and running and (steady or ms >= LOST_MS_PER_S) then
      finding {
        type = "lock_contention", subject = lock.class_name, severity = "warning",
        context = ("%d looks; the lock is held by '%s' in %s"):format(blocked.looks, lock.holder, lock.holder_method),
        observation = ("%d threads wait for %s at %s; it was contended at %d of %d looks%s")
          :format(lock.waiters, lock.class_name, lock.waits_at, lock.looks_contended, blocked.looks,
            ms > 0 and (", %.0f ms of waiting each second"):format(ms) or ""),
        hypothesis = ("%s is held too long in %s"):format(lock.class_name, lock.holder_method),
        evidence = lock,
      }
    end
  end
end

local function retries()
  local found = ask(threads_retrying, 5)
  if not found then return end
  for _, r in ipairs(found.items) do
    if #r.threads >= 2 and r.attempts >= RETRIES then
      local names = {}
      for i, n in ipairs(r.threads) do
        if i <= 10 then names[#names + 1] = n end
      end
      finding {
        type = "livelock", subject = r.method, severity = "critical",
        context = "timed waits for a lock within the last ten seconds",
        observation = ("%s timed out on a lock in %s %d times and tried again"):format(table.concat(names, " and "), r.method, r.attempts),
        hypothesis = "each holds what the other tries for, gives up, and tries again in step",
        evidence = r,
      }
    elseif #r.threads >= 2 and r.attempts >= 3 then
      look_again(3000)
    end
  end
end

local function leak()
  local churn = ask(threads_churn)
  if not churn then return end
  local rising = churn.slope_per_min >= LEAK_PER_MIN
  if churn.window_s < WATCH_S or (rising and churn.window_s < LEAK_WINDOW_S) then
    look_again(3000)
  elseif rising and (churn.r2 < LEAK_R2 or churn.rise < LEAK_RISE) then
    look_again(3000)
  elseif rising then
    local groups = threads_list()
    local worst
    for _, g in ipairs(groups.items) do
      if not worst or g.added > worst.added then worst = g end
    end
    finding {
      type = "thread_leak", subject = worst and worst.container or "", severity = "warning", certain = true,
      context = ("%.0f threads, watched for %.0f s"):format(churn.last, churn.window_s),
      observation = ("the number of threads rose by %.0f/min without a fall; most are '%s' (%.0f more)")
        :format(churn.slope_per_min, worst and worst.container or "?", worst and worst.added or 0),
      hypothesis = "threads are started for each task and never end",
      evidence = { churn = churn, group = worst },
    }
  end
end

local deadlocked = deadlocks()
stuck(deadlocked)
contention()
retries()
leak()
-- Without any answer nothing may be said, not even that all is well.
if answers == 0 then error(refusal, 0) end
