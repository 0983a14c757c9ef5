/** Programs that ask for the old file name find the icon of the portal. */
export function GET(): Response {
  return new Response(null, { status: 308, headers: { Location: "/icon.svg" } });
}
