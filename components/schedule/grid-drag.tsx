"use client";

import { type ReactNode, useRef } from "react";

const DAY = 86_400_000;

/**
 * Lets works of the grid inside be dragged to another week, which is marked while it would take them. Dropping opens the page
 * «Перенести» with the same weekday of that week, where the rules are seen before anything changes; every work has a link that does
 * the same.
 */
export function GridDrag({ children }: { children: ReactNode }) {
  const dragged = useRef<{ href: string; on: string } | null>(null);
  const over = useRef<Element | null>(null);
  const weekAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest("[data-week]") : null;
  // The rows come ready from the server, so the mark is set on them and not by drawing them again.
  const mark = (week: Element | null) => {
    if (over.current === week) return;
    over.current?.removeAttribute("data-over");
    week?.setAttribute("data-over", "");
    over.current = week;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a courtesy for the mouse beside the links
    <div
      onDragStart={(event) => {
        const work = event.target instanceof Element ? event.target.closest("[data-move]") : null;
        const href = work?.getAttribute("data-move");
        const on = work?.getAttribute("data-on");
        dragged.current = href && on ? { href, on } : null;
        if (dragged.current === null || work === null) return;
        // A drag that begins on the link or on chosen words would carry them instead of the work; Firefox carries nothing without data.
        event.dataTransfer.setData("text/plain", work.textContent ?? "");
        event.dataTransfer.setDragImage(work, 0, 0);
        event.dataTransfer.effectAllowed = "move";
      }}
      onDragOver={(event) => {
        const week = dragged.current ? weekAt(event.target) : null;
        mark(week);
        if (week === null) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "move";
      }}
      onDragEnd={() => {
        mark(null);
        dragged.current = null;
      }}
      onDrop={(event) => {
        const week = weekAt(event.target)?.getAttribute("data-week");
        mark(null);
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
