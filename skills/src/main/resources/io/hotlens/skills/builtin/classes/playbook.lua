-- Redeployments are rare, so a dozen loaders more within a minute of looking is a loop, not work.
local ADDED = 8
local WINDOW_S = 14
local LOOKS = 4
local STEADY_R2 = 0.85
-- An even rise adds a third in the last third of the time.
local LATELY = 0.15
-- It is no use to wait longer for what grows too slowly to become certain within this time.
local PATIENCE_S = 30
-- A release before 18 makes a loader for each method that is called often by reflection, also by our connection.
local OF_REFLECTION = "^jdk%.internal%.reflect%."
-- An application has several classes; templates, scripts and proxies get a loader of their own for each one.
local CLASSES_OF_AN_APPLICATION = 3

-- Listing every class stops the target for longer than counting its loaders: it is done for a finding only.
local growth = classes_loaders(50)

-- Refused where the list would stop the target for too long: the finding stands without names.
local function duplicates()
  local known, leaks = pcall(classes_leaks)
  return known and leaks.duplicates or {}
end

local function copies(type, found)
  local names = {}
  for _, d in ipairs(found) do
    for _, l in ipairs(d.loaded_by) do
      if l.loader_type == type and #names < 3 then names[#names + 1] = d.class_name:match("[^.]+$") end
    end
  end
  return table.concat(names, ", ")
end

local open = growth.window_s < WINDOW_S and growth.window_s < 8
for _, l in ipairs(growth.items) do
  local rising = l.added >= 2 and l.added_lately > 0 and not l.loader_type:find(OF_REFLECTION)
  if rising and (l.added < ADDED or growth.window_s < WINDOW_S or l.looks < LOOKS or growth.unloading_collections < 1) then
    open = open or l.added * PATIENCE_S >= ADDED * growth.window_s
  elseif rising and l.r2 >= STEADY_R2 and l.added_lately >= l.added * LATELY then
    local found = duplicates()
    local names = copies(l.loader_type, found)
    local application = l.classes_per_loader >= CLASSES_OF_AN_APPLICATION
    finding {
      type = application and "classloader_leak" or "metaspace_leak", subject = l.loader_type, severity = "warning", certain = true,
      context = ("%d loaders with %.1f classes each hold %.1f MB; watched for %.0f s"):format(l.loaders, l.classes_per_loader, l.mb, growth.window_s),
      observation = ("%d more loaders of type %s survived %d collections that unload classes%s")
        :format(l.added, l.loader_type, growth.unloading_collections,
          names ~= "" and ("; each has its own copy of " .. names) or ""),
      hypothesis = application and "old copies of an application are still referred to after it was loaded again"
        or "a loader is made for each generated class and kept",
      evidence = { loaders = l, duplicates = found },
    }
  end
end
if open then
  look_again(5000)
end
