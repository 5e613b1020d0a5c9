// Ask the queries of a file through node-postgres: client.js QUERIES.
// The connection comes from PGHOST and the like.
// Prints one value a line: query, row, column, type, value.
'use strict';
const fs = require('fs');
const { Client } = require(process.env.TB_PG_MODULE || 'pg');

// the type that JavaScript sees
function kind(value) {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (Number.isInteger(value)) return 'integer';
  return { string: 'text', boolean: 'boolean' }[typeof value] || typeof value;
}

// a date comes as midnight of the local time zone
function show(value) {
  if (value === null) return '';
  if (Array.isArray(value)) return '{' + value.join(',') + '}';
  if (value instanceof Date) {
    const two = (n) => String(n).padStart(2, '0');
    return `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())}`;
  }
  return String(value).replace(/\n/g, '\\n');
}

async function ask(client, name, sql, params) {
  let n = 0;
  const text = sql.replace(/\?/g, () => '$' + ++n);
  let result;
  try {
    result = await client.query({ text, values: params, rowMode: 'array' });
  } catch (error) {
    console.log([name, 0, '', 'error', error.code].join('\t'));
    return;
  }
  result.rows.forEach((row, i) => row.forEach((value, j) =>
    console.log([name, i + 1, result.fields[j].name, kind(value), show(value)].join('\t'))));
}

(async () => {
  const client = new Client();
  await client.connect();
  for (const line of fs.readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) {
    const [name, sql, ...params] = line.split('\t');
    await ask(client, name, sql, params);
  }
  await client.end();
})();
