-- Standalone Tomcat registers its beans under Catalina, an embedded one under Tomcat.
local DOMAINS = { "Tomcat", "Catalina" }

local function beans(kind)
  local names = {}
  for _, domain in ipairs(DOMAINS) do
    for _, bean in ipairs(mbeans_find(domain .. ":type=" .. kind .. ",*", 50).items) do
      names[#names + 1] = type(bean) == "table" and bean.name or bean
    end
  end
  return names
end

local function value(bean, attribute)
  local answer = mbeans_get(bean, attribute)
  return type(answer) == "table" and answer.value or answer
end

local function connector(bean)
  return bean:match('name="?([^",]+)') or bean
end

function tomcat_connectors()
  local items = {}
  for _, bean in ipairs(beans("ThreadPool")) do
    local busy, most = value(bean, "currentThreadsBusy"), value(bean, "maxThreads")
    items[#items + 1] = { name = connector(bean), busy = busy, max_threads = most, busy_pct = busy / most * 100 }
  end
  return { items = items }
end

function tomcat_requests(wanted)
  for _, bean in ipairs(beans("GlobalRequestProcessor")) do
    if wanted == "" or connector(bean) == wanted then
      local requests = value(bean, "requestCount")
      return {
        name = connector(bean), requests = requests, errors = value(bean, "errorCount"),
        mean_ms = requests > 0 and value(bean, "processingTime") / requests or nil, max_ms = value(bean, "maxTime"),
      }
    end
  end
  error("there is no connector '" .. wanted .. "'; tomcat_connectors() names them")
end

function snapshot()
  local fullest, errors = nil, nil
  for _, c in ipairs(tomcat_connectors().items) do
    fullest = math.max(fullest or 0, c.busy_pct)
  end
  for _, bean in ipairs(beans("GlobalRequestProcessor")) do
    errors = (errors or 0) + value(bean, "errorCount")
  end
  local none = "this JVM has no Tomcat MBeans (server.tomcat.mbeanregistry.enabled=true turns them on)"
  return { busy_pct = fullest or none, errors_total = errors or none }
end
