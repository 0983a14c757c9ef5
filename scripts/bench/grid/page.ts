import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { EntryApp, type EntryAppProps } from "#components/entry/entry-app.tsx";

declare global {
  interface Window {
    /** What the server of the bench wrote into the page. */
    benchProps: EntryAppProps;
    benchKeys: number[];
  }
}

// The real grid with everything around it, drawn by the same React as the portal's own build.
const place = document.getElementById("grid");
if (place !== null) createRoot(place).render(createElement(EntryApp, window.benchProps));

window.benchKeys = [];
// From the moment the key was pressed until the frame with its effect has been handed over.
window.addEventListener(
  "keydown",
  ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.benchKeys.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  },
  true,
);
