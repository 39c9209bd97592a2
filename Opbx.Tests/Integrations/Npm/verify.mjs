// Reads requests as JSON and says of each whether the independent library takes it.
import { readFileSync } from 'node:fs';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

for (const { what, secret, headers, payload } of JSON.parse(readFileSync('requests.json', 'utf8'))) {
  try {
    new Webhook(secret).verify(payload, headers);
    console.log(`${what}: taken`);
  } catch (error) {
    // The library parses a payload as JSON once its signature was right; a query string is none.
    console.log(`${what}: ${error instanceof WebhookVerificationError ? error.message : 'taken'}`);
  }
}
