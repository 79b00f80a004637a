// Run before each file of unit tests: all properties begin with one seed, see sampling.ts.
import fc from "fast-check";
import { seedOf } from "./sampling";

fc.configureGlobal(seedOf(20261123));
