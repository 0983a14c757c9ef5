import { generateClient } from "./generate-client.mjs";
import { Refusal } from "./say.mjs";

try {
  generateClient(true);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
