-- Steady rise without an end: a pool that fills up stops, and a start-up is over after some seconds.
local LEAK_PER_MIN = 20
local LEAK_ADDED = 15
local LEAK_WINDOW_S = 14
local LEAK_R2 = 0.85
-- Of what was added at least this share must be of the last third: else the growth has ended.
local LEAK_LATELY = 0.15
-- Above this the next burst of connections may fail.
local USED_PCT = 90
-- A peer that has closed is noticed at the next read, so a few sockets in close_wait pass by; a dozen that stay do not.
local CLOSE_WAITS = 12
-- Waiting of all threads for one file: a fifth of a thread's time over at least ten seconds, in more than a few operations.
local FILE_MS_PER_S = 200
local FILE_COUNT = 10
-- An answer within a local network takes a few ms: half a thread's time waiting for answers of 100 ms and more is slow.
local REMOTE_MS_PER_S = 500
local REMOTE_MS = 100
local REMOTE_COUNT = 8
local IO_WINDOW_S = 10
-- A fast disk does some hundred MB/s for everybody; 20,000 calls take a fifth of a processor in the kernel alone.
local HEAVY_MB_PER_S = 60
local HEAVY_CALLS_PER_S = 20000
-- A file is named when it is seen to take this share; one that is rewound all the time shows less than it takes.
local NAMED_SHARE = 0.1
-- The least time to watch before silence means anything.
local WATCH_S = 8

local growth = ports_growth(5)

local function forgotten_sockets()
  local known, inet = pcall(ports_list_inet, 50)
  local worst
  for _, p in ipairs(known and inet.parties or {}) do
    if p.close_wait >= CLOSE_WAITS and (not worst or p.close_wait > worst.close_wait) then worst = p end
  end
  return worst
end

local function leak()
  local rising = growth.slope_per_min >= LEAK_PER_MIN and growth.added >= 5 and growth.added_lately >= 1
  if growth.window_s < WATCH_S then
    look_again((WATCH_S - growth.window_s) * 1000 + 1000)
    return
  elseif rising and (growth.window_s < LEAK_WINDOW_S or growth.added < LEAK_ADDED) then
    look_again(4000)
    return
  end
  if not rising or growth.r2 < LEAK_R2 or growth.added_lately < growth.added * LEAK_LATELY then
    return
  end
  local worst = growth.groups[1] or { kind = "descriptor", name = "", added = growth.added }
  local socket = worst.kind == "socket"
  local forgotten = socket and forgotten_sockets()
  local minutes = growth.minutes_to_limit
  finding {
    type = socket and "socket_leak" or "fd_leak", subject = worst.name, certain = true,
    severity = minutes and minutes < 30 and "critical" or "warning",
    context = ("%d descriptors open of %s, watched for %.0f s"):format(growth.open, tostring(growth.limit), growth.window_s),
    observation = ("open descriptors rose by %.0f/min and were not closed again; most are %s '%s' (%d more)%s")
      :format(growth.slope_per_min, worst.kind, worst.name, worst.added,
        forgotten and (", %d of them closed by the peer"):format(forgotten.close_wait) or ""),
    hypothesis = socket and "connections are opened and not closed, not even after the peer has closed them"
      or "files are opened and never closed",
    evidence = { growth = growth, sockets = forgotten or nil },
  }
end

local function nearly_used_up()
  local used = history("ports.fd_used_pct", 30)
  if (used.last or 0) >= USED_PCT then
    finding {
      type = "fd_leak", severity = "critical",
      context = ("limit of %s"):format(tostring(growth.limit)),
      observation = ("%.0f %% of the file descriptors are in use"):format(used.last),
      hypothesis = "descriptors are not closed, or the limit is too low for the load",
      evidence = { used = used, growth = growth },
    }
  end
end

local function slow_files(slow)
  for _, p in ipairs(slow.items) do
    local file = p.kind:find("^file") and p.name ~= ""
    if file and p.lost_ms_per_s >= FILE_MS_PER_S and p.count >= FILE_COUNT then
      finding {
        type = "slow_file_io", subject = p.name, severity = "warning",
        context = ("%d operations of 20 ms and more, the longest %.0f ms"):format(p.count, p.longest_ms),
        observation = ("threads wait %.0f ms each second for %s of %s in %s")
          :format(p.lost_ms_per_s, p.kind:gsub("_", " "), p.name, p.site),
        hypothesis = p.kind == "file_force" and "every change is forced to a disk that is slow at it"
          or "the device or file system behind the file answers late",
        evidence = p,
      }
    end
  end
end

local function slow_peers(slow)
  for _, p in ipairs(slow.items) do
    local asked = p.kind == "socket_read" and p.outgoing and p.waits_for == "an answer"
    if asked and p.lost_ms_per_s >= REMOTE_MS_PER_S and p.count >= REMOTE_COUNT and p.total_ms / p.count >= REMOTE_MS then
      finding {
        type = "slow_remote", subject = p.name, severity = "warning",
        context = ("%d answers, %d thread(s), the longest took %.0f ms"):format(p.count, p.threads, p.longest_ms),
        observation = ("%s takes %.0f ms to answer; threads wait %.0f ms each second for it in %s")
          :format(p.name, p.total_ms / p.count, p.lost_ms_per_s, p.site),
        hypothesis = ("the service at %s is slow, or the network between"):format(p.name),
        evidence = p,
      }
    end
  end
end

local function heavy()
  local top = ports_top(3, "output")
  local all = top.process
  if all.unavailable or all.window_s < IO_WINDOW_S - 3 then
    if not all.unavailable then look_again((IO_WINDOW_S - 3 - all.window_s) * 1000 + 1000) end
    return
  end
  local mb, calls = all.read_mb_per_s + all.write_mb_per_s, all.read_calls_per_s + all.write_calls_per_s
  if mb < HEAVY_MB_PER_S and calls < HEAVY_CALLS_PER_S then
    return
  end
  if all.read_mb_per_s > all.write_mb_per_s then top = ports_top(3, "input") end
  local most = top.items[1]
  if most and most.mb_per_s < mb * NAMED_SHARE then most = nil end
  finding {
    type = "io_heavy", subject = most and most.name or "", severity = "warning", certain = true,
    context = ("over the last %.0f s, page cache included%s"):format(all.window_s,
      most and (("; most by %s"):format(most.name)) or ""),
    observation = ("the process reads %.0f MB/s and writes %.0f MB/s in %.0f calls each second")
      :format(all.read_mb_per_s, all.write_mb_per_s, calls),
    hypothesis = calls >= HEAVY_CALLS_PER_S and "input or output is not buffered"
      or "the same data are written or read again and again",
    evidence = top,
  }
end

local slow = ports_top(20, "latency")
-- Events arrive up to three seconds late, so a share of a short window says too little.
if #slow.items > 0 and growth.window_s < 12 then
  look_again((12 - growth.window_s) * 1000)
end
leak()
nearly_used_up()
slow_files(slow)
slow_peers(slow)
heavy()
