import { orRefuse, prepare } from "./setup/launch.mjs";

await orRefuse(() => {
  prepare(true);
});
