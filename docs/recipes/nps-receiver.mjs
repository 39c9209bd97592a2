// Takes the scores of the recipe nps.md: SECRET=whsec_... PORT=8080 node nps-receiver.mjs
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const key = Buffer.from(process.env.SECRET.replace(/^whsec_/, ''), 'base64');
const seen = new Set(); // Deliveries come at least once: the id tells a second one from a new one.

function isGenuine(headers, body) {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures = '' } = headers;
  if (!id || !(Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300)) return false;
  const expected = Buffer.from(`v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`);
  return signatures.split(' ').map((s) => Buffer.from(s)).some((s) => s.length === expected.length && timingSafeEqual(s, expected));
}

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  if (!isGenuine(request.headers, body)) return response.writeHead(401).end();
  response.writeHead(204).end(); // Answer first, work afterwards.
  if (seen.has(request.headers['webhook-id'])) return;
  seen.add(request.headers['webhook-id']);
  const { optionSelected, callUuid, sourceNumber, dateTime } = JSON.parse(body);
  const score = Number(optionSelected);
  console.log(JSON.stringify({ score, kind: score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor', callUuid, sourceNumber, dateTime }));
  // Here a detractor could become a task in your customer system, with the recording of callUuid.
});
server.listen(Number(process.env.PORT ?? 8080), '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
