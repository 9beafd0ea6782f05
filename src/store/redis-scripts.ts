/**
 * What Redis does in one step. Records, counters and states are fields of hashes, each written as `EXPIRES|TEXT` with the
 * expiry by our clock, not Redis' own: the store counts time by one clock everywhere. The index of what expires is one
 * sorted set; what belongs to whom stands in sets. Keys are made inside the scripts, so a Redis Cluster does not serve.
 */

/** Before every script. KEYS[1] is the mark that this server still holds what we put there. */
const PRELUDE = `
  if redis.call('GET', KEYS[1]) ~= ARGV[1] then return redis.error_reply('EMPTIED the server no longer holds this store') end
  local now = tonumber(ARGV[2])
  local P, X = 'verbatim:', 'verbatim:x'
  local function split(raw)
    local bar = string.find(raw, '|', 1, true)
    return string.sub(raw, 1, bar - 1), string.sub(raw, bar + 1)
  end
  local function alive(hash, field)
    local raw = redis.call('HGET', hash, field)
    if not raw then return nil end
    local expires, text = split(raw)
    if expires ~= '' and tonumber(expires) <= now then return nil end
    return text, expires
  end
  local function write(hash, field, text, expires)
    redis.call('HSET', hash, field, expires .. '|' .. text)
    if expires == '' then redis.call('ZREM', X, hash .. '\\0' .. field)
    else redis.call('ZADD', X, expires, hash .. '\\0' .. field) end
  end
  local function drop(hash, field)
    redis.call('HDEL', hash, field)
    redis.call('ZREM', X, hash .. '\\0' .. field)
  end
  local function entries(guild, collection) return P .. 'e:' .. #guild .. ':' .. guild .. ':' .. collection end
  local function put(guild, collection, field, text, expires)
    write(entries(guild, collection), field, text, expires)
    redis.call('SADD', P .. 'g:' .. collection, guild)
    redis.call('SADD', P .. 'c:' .. guild, collection)
  end
  local function forget(hash)
    for _, field in ipairs(redis.call('HKEYS', hash)) do redis.call('ZREM', X, hash .. '\\0' .. field) end
    redis.call('UNLINK', hash)
  end
  local function holds(hash)
    local cursor = '0'
    repeat
      local page = redis.call('HSCAN', hash, cursor, 'COUNT', 50)
      cursor = page[1]
      for i = 2, #page[2], 2 do
        local expires = split(page[2][i])
        if expires == '' or tonumber(expires) > now then return true end
      end
    until cursor == '0'
    return false
  end
  local A = 3
  -- Clocks of several machines differ: what ends a little later than it could by ours was not taken by a clock set back.
  local SKEW = 60000
`;

/** Arguments after the prelude's two, in the order of the comment. */
const BODIES = {
  /** guild, collection, fields… → texts, `false` for what is not there */
  get: `
    local hash, found = entries(ARGV[A], ARGV[A + 1]), {}
    for i = A + 2, #ARGV do found[#found + 1] = alive(hash, ARGV[i]) or false end
    return found`,
  /** guild, collection, then field, text, expires for each */
  put: `
    for i = A + 2, #ARGV, 3 do put(ARGV[A], ARGV[A + 1], ARGV[i], ARGV[i + 1], ARGV[i + 2]) end
    return 1`,
  /** guild, collection, fields… → 1 for each that was alive */
  delete: `
    local hash, was = entries(ARGV[A], ARGV[A + 1]), {}
    for i = A + 2, #ARGV do
      was[#was + 1] = alive(hash, ARGV[i]) and 1 or 0
      drop(hash, ARGV[i])
    end
    return was`,
  /** guild, collection */
  clear: `
    forget(entries(ARGV[A], ARGV[A + 1]))
    redis.call('SREM', P .. 'g:' .. ARGV[A + 1], ARGV[A])
    redis.call('SREM', P .. 'c:' .. ARGV[A], ARGV[A + 1])
    return 1`,
  /** guild, collection, cursor → cursor, then field and text for each alive */
  page: `
    local page = redis.call('HSCAN', entries(ARGV[A], ARGV[A + 1]), ARGV[A + 2], 'COUNT', 50)
    local found = { page[1] }
    for i = 1, #page[2], 2 do
      local expires, text = split(page[2][i + 1])
      if expires == '' or tonumber(expires) > now then
        found[#found + 1] = page[2][i]
        found[#found + 1] = text
      end
    end
    return found`,
  /** guild, collection, field, text, other collection, expires */
  setAside: `
    local hash = entries(ARGV[A], ARGV[A + 1])
    local raw = redis.call('HGET', hash, ARGV[A + 2])
    if not raw then return 0 end
    local _, text = split(raw)
    if text ~= ARGV[A + 3] then return 0 end
    drop(hash, ARGV[A + 2])
    put(ARGV[A], ARGV[A + 4], ARGV[A + 2], text, ARGV[A + 5])
    return 1`,
  /** guild, collection, field, '1' and the old text or '0' and nothing, new text, expires */
  replace: `
    local text = alive(entries(ARGV[A], ARGV[A + 1]), ARGV[A + 2])
    local isAsExpected = ARGV[A + 3] == '0' and not text or ARGV[A + 3] == '1' and text == ARGV[A + 4]
    if not isAsExpected then return 0 end
    put(ARGV[A], ARGV[A + 1], ARGV[A + 2], ARGV[A + 5], ARGV[A + 6])
    return 1`,
  /** guild, collection, ms, cursor, fields done… → cursor, fields moved on this page */
  shift: `
    local hash, done = entries(ARGV[A], ARGV[A + 1]), {}
    for i = A + 4, #ARGV do done[ARGV[i]] = true end
    local page = redis.call('HSCAN', hash, ARGV[A + 3], 'COUNT', 50)
    local moved = { page[1] }
    for i = 1, #page[2], 2 do
      local expires, text = split(page[2][i + 1])
      if expires ~= '' and not done[page[2][i]] then
        write(hash, page[2][i], text, string.format('%.0f', tonumber(expires) + tonumber(ARGV[A + 2])))
        moved[#moved + 1] = page[2][i]
      end
    end
    return moved`,
  /** collection, cursor → cursor, then guilds that hold something */
  guilds: `
    local members = P .. 'g:' .. ARGV[A]
    local page = redis.call('SSCAN', members, ARGV[A + 1], 'COUNT', 100)
    local found = { page[1] }
    for _, guild in ipairs(page[2]) do
      if holds(entries(guild, ARGV[A])) then found[#found + 1] = guild end
    end
    return found`,
  /** guild, collections to keep… */
  deleteGuild: `
    local guild, keep = ARGV[A], {}
    for i = A + 1, #ARGV do keep[ARGV[i]] = true end
    for _, collection in ipairs(redis.call('SMEMBERS', P .. 'c:' .. guild)) do
      if not keep[collection] then
        forget(entries(guild, collection))
        redis.call('SREM', P .. 'g:' .. collection, guild)
        redis.call('SREM', P .. 'c:' .. guild, collection)
      end
    end
    forget(P .. 'n:' .. guild)
    forget(P .. 's:' .. guild)
    return 1`,
  /** how many at most → looked at, deleted */
  sweep: `
    local due, swept = redis.call('ZRANGEBYSCORE', X, '-inf', now, 'LIMIT', 0, tonumber(ARGV[A])), 0
    for _, member in ipairs(due) do
      local nul = string.find(member, '\\0', 1, true)
      local hash, field = string.sub(member, 1, nul - 1), string.sub(member, nul + 1)
      local raw = redis.call('HGET', hash, field)
      if raw then
        local expires = split(raw)
        if expires ~= '' and tonumber(expires) <= now then
          redis.call('HDEL', hash, field)
          swept = swept + 1
        end
      end
      redis.call('ZREM', X, member)
    end
    return { #due, swept }`,
  /** kind, guild, collection, field, text, expires for each: as they are kept elsewhere */
  load: `
    for i = A, #ARGV, 6 do
      if ARGV[i] == 'entry' then put(ARGV[i + 1], ARGV[i + 2], ARGV[i + 3], ARGV[i + 4], ARGV[i + 5])
      else write(P .. (ARGV[i] == 'counter' and 'n:' or 's:') .. ARGV[i + 1], ARGV[i + 3], ARGV[i + 4], ARGV[i + 5]) end
    end
    return 1`,
  /** as `load` → how many of them stand just so */
  compare: `
    local same = 0
    for i = A, #ARGV, 6 do
      local hash = ARGV[i] == 'entry' and entries(ARGV[i + 1], ARGV[i + 2])
        or P .. (ARGV[i] == 'counter' and 'n:' or 's:') .. ARGV[i + 1]
      if redis.call('HGET', hash, ARGV[i + 3]) == ARGV[i + 5] .. '|' .. ARGV[i + 4] then same = same + 1 end
    end
    return same`,
  /** → keys of ours besides the mark and the health record */
  size: `
    local cursor, found = '0', 0
    repeat
      local page = redis.call('SCAN', cursor, 'MATCH', P .. '?:*', 'COUNT', 1000)
      cursor = page[1]
      found = found + #page[2]
    until cursor == '0'
    return found`,
  check: `
    redis.call('SET', P .. 'health', ARGV[2])
    return 1`,
  /** guild, key, by, expires → value */
  increment: `
    local hash = P .. 'n:' .. ARGV[A]
    local text, expires = alive(hash, ARGV[A + 1])
    local value = tonumber(text or '0') + tonumber(ARGV[A + 2])
    if math.abs(value) > 9007199254740991 then return redis.error_reply('RANGE the sum is no longer exact') end
    write(hash, ARGV[A + 1], string.format('%.0f', value), expires or ARGV[A + 3])
    return string.format('%.0f', value)`,
  /** guild, key → value */
  count: `return alive(P .. 'n:' .. ARGV[A], ARGV[A + 1]) or '0'`,
  /** guild, key, by, limit, end for each → index from 0, value, end for each that does not fit */
  spend: `
    local over, held = {}, {}
    for i = A, #ARGV, 5 do
      local ends = tonumber(ARGV[i + 4])
      local text, expires = alive(P .. 'n:' .. ARGV[i], ARGV[i + 1])
      local from = tonumber(expires or '') or ends
      if text and from > ends + SKEW then text = nil end
      held[i] = text and { tonumber(text), string.format('%.0f', from) } or { 0, ARGV[i + 4] }
      if held[i][1] + tonumber(ARGV[i + 2]) > tonumber(ARGV[i + 3]) then
        over[#over + 1] = tostring((i - A) / 5)
        over[#over + 1] = string.format('%.0f', held[i][1])
        over[#over + 1] = held[i][2]
      end
    end
    if #over > 0 then return over end
    for i = A, #ARGV, 5 do
      write(P .. 'n:' .. ARGV[i], ARGV[i + 1], string.format('%.0f', held[i][1] + tonumber(ARGV[i + 2])), held[i][2])
    end
    return over`,
  /** guild, key, value, expires, '1' for a lease */
  putIfAbsent: `
    local hash = P .. 's:' .. ARGV[A]
    local text, expires = alive(hash, ARGV[A + 1])
    local isStuck = ARGV[A + 4] == '1' and text and expires ~= '' and tonumber(expires) > tonumber(ARGV[A + 3]) + SKEW
    if text and not isStuck then return 0 end
    write(hash, ARGV[A + 1], ARGV[A + 2], ARGV[A + 3])
    return 1`,
  /** guild, key → value */
  state: `return alive(P .. 's:' .. ARGV[A], ARGV[A + 1]) or false`,
  /** guild, key, from, '1' and to or '0' and nothing, expires or nothing */
  transition: `
    local hash = P .. 's:' .. ARGV[A]
    local text, expires = alive(hash, ARGV[A + 1])
    if text ~= ARGV[A + 2] then return 0 end
    if ARGV[A + 3] == '0' then drop(hash, ARGV[A + 1])
    else write(hash, ARGV[A + 1], ARGV[A + 4], ARGV[A + 5] ~= '' and ARGV[A + 5] or expires) end
    return 1`,
} as const;

export type ScriptName = keyof typeof BODIES;

export const SCRIPT_NAMES = Object.keys(BODIES) as ScriptName[];

export const scriptText = (name: ScriptName): string => PRELUDE + BODIES[name];
