import type { ReactNode } from "react";
import { Outside } from "../(outside)/outside.tsx";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return <Outside>{children}</Outside>;
}
