-- Half a second is long for a request; three in a minute from one place are no accident.
local SLOW_COUNT = 3
-- A query seen at three looks has run for four seconds.
local RUNNING_LOOKS = 3
local RUNNING_MS = 2000
local LOOK_MS = 2000
-- A close look lasts five seconds, and on a busy host up to twenty until it begins.
local CLOSE_LOOK_MS = 4000
-- Where the host has no processor free a quick answer may be read late: then most waits must be long.
local HOST_CPU_PCT = 95
local STARVED_SHARE = 0.5
local STARVED_RUNNING_MS = 5000
-- A row that is waited for this long stops a person.
local LOCK_MS = 1000
-- Four looks over six seconds without anybody in a driver, and no query in five watched seconds.
local LEAK_LOOKS = 4
local POOL_LOOKS = 4

local function short(frame)
  return frame:match("[^.]+%.[^.]+$") or frame
end

local pools = db_pool_stats()
local waiting = pools.waiting_threads > 0
local asking = pools.looks_in_driver > 0

local function row_lock()
  if not pools.asks_database then
    return
  end
  -- The database may refuse or not answer; what the JVM tells is looked at all the same.
  local known, locks = pcall(db_pg_locks)
  for _, lock in ipairs(known and locks.items or {}) do
    if lock.waited_ms >= LOCK_MS then
      finding {
        type = "row_lock", subject = "", severity = "critical", certain = true,
        context = ("session %d (%s, %s) %s"):format(lock.holder_pid, lock.holder_application or "unknown",
          lock.holder_state or "unknown", lock.holder_open_ms
            and ("has had its transaction open for %.1f s"):format(lock.holder_open_ms / 1000) or "holds it"),
        observation = ("session %d has waited %.1f s for a %s lock to run: %s"):format(lock.waiting_pid,
          lock.waited_ms / 1000, lock.lock_kind, lock.waiting_query),
        hypothesis = "the holder does other work before it commits",
        evidence = lock,
      }
      return
    end
  end
  if asking then
    look_again(LOOK_MS)
  end
end

local function slow()
  local found = db_slow_queries(10)
  local starved = (history("jvm.system_cpu_pct", 30).max or 0) >= HOST_CPU_PCT
  local share = starved and STARVED_SHARE or 0
  local running_ms = starved and STARVED_RUNNING_MS or RUNNING_MS
  for _, site in ipairs(found.items) do
    if site.slow >= SLOW_COUNT and site.slow >= share * site.queries then
      finding {
        type = "slow_db", subject = short(site.at), severity = "warning", certain = true,
        context = ("%d waits of %.0f ms or more within a minute, from %s"):format(site.slow, found.slow_from_ms, site.server),
        observation = ("%s waits %.0f ms for the database, %.0f ms at most"):format(short(site.at), site.avg_ms, site.max_ms),
        hypothesis = "the statement is slow in the database",
        evidence = site,
      }
      return
    end
  end
  for _, query in ipairs(found.running) do
    if query.looks >= RUNNING_LOOKS and query.running_ms >= running_ms then
      finding {
        type = "slow_db", subject = short(query.at), severity = "warning", certain = true,
        context = ("%d looks"):format(query.looks),
        observation = ("'%s' has waited at least %.1f s for an answer of the database at %s")
          :format(query.name, query.running_ms / 1000, short(query.at)),
        hypothesis = "the statement is slow, or waits for a lock in the database",
        evidence = query,
      }
      return
    end
  end
  if #found.items > 0 or #found.running > 0 then
    look_again(LOOK_MS)
  end
end

local function pool_name()
  for _, pool in ipairs(pools.items) do
    if pool.full and (pool.waiting or 0) > 0 then
      return pool.name
    end
  end
  return pools.waiting_pool
end

local function closely()
  -- Quick queries may be met at no look.
  if not (waiting or asking or pools.has_pool) then
    return
  end
  local look = db_query_stats(true).close_look
  if not look then
    return
  end
  if not look.complete then
    look_again(CLOSE_LOOK_MS)
    return
  end
  for _, query in ipairs(look.repeated) do
    finding {
      type = "n_plus_one_queries", subject = short(query.at), severity = "warning", certain = true,
      context = ("every query was watched for %.0f s"):format(look.window_s),
      observation = ("%s asked %d quick queries, %.0f for each one of %s"):format(short(query.at), query.queries,
        query.per_parent, short(query.parent_at)),
      hypothesis = "rows are fetched one by one in a loop over the result of another query",
      evidence = query,
    }
  end
  if waiting and look.queries == 0 and not asking then
    if pools.waiting_looks < LEAK_LOOKS then
      look_again(LOOK_MS)
    else
      finding {
        type = "connection_leak", subject = pool_name(), severity = "critical", certain = true,
        context = ("%d looks, and every query watched for %.0f s"):format(pools.looks, look.window_s),
        observation = ("%d thread(s) wait for a connection at %s, while nobody uses any: no thread was inside a driver, no query was asked")
          :format(pools.waiting_threads, short(pools.waits_at)),
        hypothesis = "connections were taken and never closed",
        evidence = pools,
      }
    end
  end
end

row_lock()
slow()
closely()

-- A pool fills up within seconds after a start, and quick queries are not under way at every look.
if pools.looks < (pools.has_pool and POOL_LOOKS or 2) then
  look_again(LOOK_MS)
end
