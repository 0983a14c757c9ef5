/** stand-in while being written */
export async function createScaleRegion(_now: Date): Promise<void> {}
