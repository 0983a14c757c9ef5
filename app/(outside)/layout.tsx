import type { ReactNode } from "react";
import { Outside } from "./outside.tsx";

export default function OutsideLayout({ children }: { children: ReactNode }) {
  return <Outside>{children}</Outside>;
}
