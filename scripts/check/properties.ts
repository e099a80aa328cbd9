// Before tests with properties: a property that fails says with what case and also why. Without it
// the report names the case alone.
import * as fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), includeErrorInReport: true });
