-- Load counts runnable tasks: four for each processor over minutes and no idle CPU means that everybody waits in turn.
local LOAD_PER_PROCESSOR = 4
local HOST_CPU_PCT = 97
-- Held back in a quarter of the periods: every fourth request may meet a stop of up to 100 ms.
local THROTTLED_PCT = 25
-- Nothing left for a new allocation or the page cache.
local AVAILABLE_PCT = 3
-- Page cache is left out of the use, so what is left is all there is before the kernel kills a process.
local CONTAINER_PCT = 95
-- Too little for a log file's next hour.
local DISK_FREE_MB = 200
local DISK_PCT = 98

local cpu = system_get_cpu()
local function number(v) return type(v) == "number" and v or nil end

local load, host = number(cpu.host_load_1m), number(cpu.host_cpu_pct)
local lasting = number(cpu.host_load_5m) or load
if load and host and math.min(load, lasting) >= LOAD_PER_PROCESSOR * cpu.processors and host >= HOST_CPU_PCT
  and (number(cpu.process_cpu_pct) or 100) < 50 then
  finding {
    type = "cpu_saturated_host", severity = "warning",
    context = ("%d processors"):format(cpu.processors),
    observation = ("the host is %.0f %% busy with a load of %.1f; this process uses %.0f %%")
      :format(host, load, cpu.process_cpu_pct),
    hypothesis = "other processes take the CPU that the target needs",
    evidence = cpu,
  }
end

local throttled = number(cpu.container_throttled_pct)
if throttled and throttled >= THROTTLED_PCT then
  finding {
    type = "cpu_throttled", severity = "warning",
    context = ("the container may use %.1f processors"):format(number(cpu.container_processors) or cpu.processors),
    observation = ("the container was held back in %.0f %% of its scheduling periods"):format(throttled),
    hypothesis = "the CPU limit is lower than the work needs",
    evidence = cpu,
  }
end

local memory = system_get_memory()
local total, available = number(memory.host_total_mb), number(memory.host_available_mb)
if total and available and available / total * 100 < AVAILABLE_PCT then
  finding {
    type = "memory_pressure_host", severity = "critical",
    context = ("%.0f MB in all, %.0f MB swap in use"):format(total, number(memory.swap_used_mb) or 0),
    observation = ("the host has only %.0f MB left"):format(available),
    hypothesis = "the kernel reclaims and swaps, and may kill a process",
    evidence = memory,
  }
end

local limit, used = number(memory.container_limit_mb), number(memory.container_used_mb)
if limit and used and used / limit * 100 >= CONTAINER_PCT then
  finding {
    type = "memory_pressure_host", subject = "container", severity = "critical",
    context = ("the host has %.0f MB left, which the container may not use"):format(available or 0),
    observation = ("the container uses %.0f of the %.0f MB that it may have, page cache not counted"):format(used, limit),
    hypothesis = "the heap and the memory outside it do not fit the limit; the kernel may kill the process",
    evidence = memory,
  }
end

for _, d in ipairs(system_get_disks().items) do
  local writable = not (d.type:find("squash") or d.type:find("iso") or d.type:find("rom") or d.type:find("overlay"))
  if writable and d.used_pct >= DISK_PCT and d.usable_mb < DISK_FREE_MB then
    finding {
      type = "disk_full", subject = d.mount, severity = "warning",
      context = ("%s, %.0f MB in all"):format(d.type, d.total_mb),
      observation = ("%s is %.0f %% full, %.0f MB left"):format(d.mount, d.used_pct, d.usable_mb),
      hypothesis = "writes to it will fail: logs, temporary files, heap dumps",
      evidence = d,
    }
  end
end
