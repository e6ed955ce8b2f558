-- A thread that holds a processor to itself. 90 % leaves room for the scheduler on a busy host.
local HOT_CPU_PCT = 90
-- Below this a host with more work than processors may hide a loop; a thread that gets no more is still named when it
-- never leaves its method.
local BUSY_CPU_PCT = 25
local HOT_LOOKS = 3
-- Where the host has no processor free a loop gets what is left for it: then it must be seen more often.
local SCARCE_CPU_PCT = 10
local SCARCE_LOOKS = 5
-- It never sleeps; one look may meet it at a moment's halt.
local RUNNABLE_LOOKS = 0.8
-- Of what the busiest thread got: a loop takes as much as any other that wants to run.
local SHARE_OF_BUSIEST = 0.5
local HOST_CPU_PCT = 95
-- Classes loaded for good: a start-up loads fast too, but not at a steady pace for this long.
local METASPACE_MB_PER_MIN = 3
local CLASSES_PER_MIN = 300
local QUIET_CLASSES = 10
local STEADY_R2 = 0.85
local GROWTH_WINDOW_S = 12
-- On a busy host our own connecting and the flight recorder's start load some hundred classes over up to half a minute:
-- a rise of so few is judged only later.
local FEW_CLASSES = 600
local FEW_WINDOW_S = 45
-- The least time to watch before silence means anything.
local WATCH_S = 6
-- Above this the JVM begins to flush compiled code.
local CODE_CACHE_PCT = 95

-- A JVM that answers nobody while one of its application's threads keeps a processor to itself waits for that thread. On a
-- host with too much work such a thread waits for the processor when it does not have it.
local STALL_WANTED_PCT = 80
local STALL_WINDOW_S = 2
-- All others of the application stand still meanwhile; a JVM that only got no processor in time has several at work.
local STALL_OTHERS_PCT = 5
-- The JVM's own threads may be busy while all others stand still, as in a collection.
local OWN_THREADS = { "^GC Thread", "^G1 ", "^VM ", "^C[12] Compiler", "^ZWorker", "^XWorker", "^ZDirector", "^ZDriver",
  "^Shenandoah", "^ParGC", "^Cleaner", "^Sweeper" }

-- CPU of the process in processors, at most within the last seconds: on a busy host it comes and goes.
local function processors_in_use()
  local cpu = history("jvm.process_cpu_pct", 10)
  if cpu.count < 3 then
    look_again(3000)
  end
  return (cpu.max or 0) / 100 * get_node_info().processors
end

local function hot_threads()
  local scarce = (history("jvm.system_cpu_pct", 10).max or 0) >= HOST_CPU_PCT
  local least = scarce and SCARCE_CPU_PCT or BUSY_CPU_PCT
  if processors_in_use() < least / 100 then
    return
  end
  local top = jvm_top_threads(5, "cpu")
  local again = false
  for _, t in ipairs(top.items) do
    local stays = t.same_method_looks == t.looks and t.runnable_looks >= RUNNABLE_LOOKS * t.looks
    local share = t.cpu_pct >= BUSY_CPU_PCT or t.cpu_pct >= SHARE_OF_BUSIEST * top.items[1].cpu_pct
    -- A loop comes to no sleep; what sleeps between its rounds, however rarely, gets less than a processor by its own will.
    local burns = t.cpu_pct >= HOT_CPU_PCT or (t.waited_per_s or 0) == 0
    if t.cpu_pct >= least and stays and share and burns then
      if t.looks < HOT_LOOKS or (t.cpu_pct < BUSY_CPU_PCT and t.looks < SCARCE_LOOKS) then
        again = true
      elseif t.cpu_pct >= HOT_CPU_PCT or t.looks >= HOT_LOOKS + 1 then
        finding {
          type = "cpu_hot_loop", subject = t.name, severity = "warning", certain = true,
          context = ("%d looks over %.0f s"):format(t.looks, top.window_s),
          observation = ("thread '%s' used %.0f %% of a processor and was in %s at each of %d looks")
            :format(t.name, t.cpu_pct, t.method, t.looks),
          hypothesis = "a loop in " .. t.method .. " does not come to its end",
          evidence = t,
        }
      else
        again = true
      end
    end
  end
  if again or top.window_s < 4 then
    look_again(2500)
  end
end

local function metaspace()
  local growth = jvm_growth("metaspace_used_mb", 2)
  local classes = jvm_growth("loaded_classes", 2)
  if growth.window_s < WATCH_S then
    look_again(3000)
    return
  end
  local rising = growth.slope_per_min >= METASPACE_MB_PER_MIN and classes.slope_per_min >= CLASSES_PER_MIN
  -- Connecting loads some hundred classes itself, once: what nearly stood still for a few seconds does not leak.
  local now = history("jvm.loaded_classes", 5)
  if not rising or (now.window_s >= 3 and now.last - now.first < QUIET_CLASSES) then
    return
  end
  local few = classes.rise < FEW_CLASSES
  if growth.window_s < (few and FEW_WINDOW_S or GROWTH_WINDOW_S) then
    look_again(few and 8000 or 4000)
  elseif growth.r2 < STEADY_R2 or classes.r2 < STEADY_R2 then
    look_again(3000)
  else
    finding {
      type = "metaspace_leak", severity = "warning", certain = true,
      context = ("%.0f classes loaded, watched for %.0f s"):format(classes.last, growth.window_s),
      observation = ("metaspace grew %.1f MB/min and loaded classes by %.0f/min, steadily, over %.0f s")
        :format(growth.slope_per_min, classes.slope_per_min, growth.window_s),
      hypothesis = "classes or class loaders are created over and over and stay reachable",
      evidence = { metaspace = growth, classes = classes },
    }
  end
end

local function code_cache()
  local tables = jvm_get_tables()
  local fullest = nil
  for _, t in ipairs(tables.tables) do
    if t.name:find("^Code") and t.used_pct and (not fullest or t.used_pct > fullest.used_pct) then
      fullest = t
    end
  end
  local compiler = jvm_get_compiler()
  if compiler.enabled == false and (compiler.cache_full_total or 0) > 0 then
    finding {
      type = "code_cache_full", severity = "critical", certain = true,
      context = ("the code cache was full %d times"):format(compiler.cache_full_total),
      observation = ("the compiler is off; %s of the code cache is %.0f %% full")
        :format(fullest and fullest.name or "a segment", fullest and fullest.used_pct or 100),
      hypothesis = "there is no room left for compiled code, and new methods run interpreted for good",
      evidence = { compiler = compiler, fullest = fullest },
    }
  elseif fullest and fullest.used_pct >= CODE_CACHE_PCT then
    finding {
      type = "code_cache_full", subject = fullest.name, severity = "warning",
      context = ("segment %s of the code cache"):format(fullest.name),
      observation = ("%.0f %% of %.0f MB is used"):format(fullest.used_pct, fullest.max_mb or fullest.committed_mb),
      hypothesis = "the compiler has no room left and methods run interpreted",
      evidence = fullest,
    }
  end
end

local function is_own(name)
  for _, pattern in ipairs(OWN_THREADS) do
    if name:find(pattern) then
      return true
    end
  end
  return false
end

-- Whether it stalls; everything else can only be asked of a JVM that answers.
local function stalled()
  local progress = jvm_get_progress()
  if progress.answers or not progress.window_s then
    return false
  end
  if progress.window_s < STALL_WINDOW_S then
    look_again(2500)
    return true
  end
  local own, others, culprit = nil, nil, nil
  for _, t in ipairs(progress.native_threads) do
    local wanted = t.cpu_pct + t.queued_pct
    if wanted >= STALL_WANTED_PCT and t.cpu_pct >= STALL_OTHERS_PCT then
      if is_own(t.name) then
        own = t
      else
        culprit = culprit or t
      end
    elseif wanted >= STALL_OTHERS_PCT and not is_own(t.name) then
      others = true
    end
  end
  if own or others or not culprit then
    return false
  end
  finding {
    type = "safepoint_stall", subject = culprit.name, severity = "critical", certain = true,
    context = "seen from outside: " .. progress.why,
    observation = ("native thread '%s' (nid %d) used %.0f %% of a processor%s over %.0f s while the JVM answered nobody")
      :format(culprit.name, culprit.nid, culprit.cpu_pct,
        culprit.queued_pct >= 1 and (" and waited for one %.0f %%"):format(culprit.queued_pct) or "", progress.window_s),
    hypothesis = "all other threads wait for this one to reach a safepoint, as in a long counted loop without a poll",
    evidence = progress,
  }
  return true
end

if stalled() then
  return
end
hot_threads()
metaspace()
code_cache()
