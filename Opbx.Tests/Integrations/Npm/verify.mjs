// Reads requests as JSON and says of each whether the independent library takes it.
import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';

for (const { what, secret, headers, payload } of JSON.parse(readFileSync('requests.json', 'utf8'))) {
  try {
    new Webhook(secret).verify(payload, headers);
    console.log(`${what}: taken`);
  } catch (error) {
    console.log(`${what}: ${error.message}`);
  }
}
