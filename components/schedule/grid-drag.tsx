"use client";

import { type ReactNode, useRef } from "react";

const DAY = 86_400_000;

/**
 * Lets works of the grid inside be dragged to another week. Dropping opens the page «Перенести» with the same weekday of that
 * week, where the rules are seen before anything changes; every work has a link that does the same.
 */
export function GridDrag({ children }: { children: ReactNode }) {
  const dragged = useRef<{ href: string; on: string } | null>(null);
  const weekAt = (target: EventTarget | null) =>
    target instanceof Element ? (target.closest("[data-week]")?.getAttribute("data-week") ?? null) : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a courtesy for the mouse beside the links
    <div
      onDragStart={(event) => {
        const work = event.target instanceof Element ? event.target.closest("[data-move]") : null;
        const href = work?.getAttribute("data-move");
        const on = work?.getAttribute("data-on");
        dragged.current = href && on ? { href, on } : null;
      }}
      onDragOver={(event) => {
        if (dragged.current && weekAt(event.target)) event.preventDefault();
      }}
      onDrop={(event) => {
        const week = weekAt(event.target);
        if (!week || !dragged.current) return;
        event.preventDefault();
        const { href, on } = dragged.current;
        const at = Date.parse(`${on}T00:00:00Z`);
        const weekday = (Math.floor(at / DAY) + 3) % 7;
        const day = new Date(Date.parse(`${week}T00:00:00Z`) + weekday * DAY).toISOString().slice(0, 10);
        window.location.assign(`${href}${href.includes("?") ? "&" : "?"}on=${day}`);
      }}
    >
      {children}
    </div>
  );
}
