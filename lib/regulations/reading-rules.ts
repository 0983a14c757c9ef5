/** Whom a demand names: everybody of these roles in the unit, and these people. */
export interface Demand {
  roles: readonly string[];
  personIds: readonly number[];
}

/** Whether a person of the unit must read. */
export function mustRead({ roles, personIds }: Demand, person: { id: number; role: string }): boolean {
  return roles.includes(person.role) || personIds.includes(person.id);
}
