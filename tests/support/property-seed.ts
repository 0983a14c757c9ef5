import fc from "fast-check";

// The same examples in every run, so that what is green here is green everywhere; PROPERTY_SEED=random looks for new ones.
const { PROPERTY_SEED = "20261121" } = process.env;
if (PROPERTY_SEED !== "random")
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(PROPERTY_SEED) });
