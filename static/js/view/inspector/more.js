// What the inspector says of some nodes and edges: it comes after the first picture.

/** @import { Reading } from "./inspector.js" */
import { actions } from "./actions.js";
import { closedForm } from "./closed-form.js";
import { groupBlock } from "./group.js";
import { heatMaps } from "./heat.js";
import { hessianBlock } from "./hessian.js";
import { jacobianBlock } from "./jacobian.js";
import { localRule } from "./local-rule.js";
import { noteBlock } from "./note.js";
import { proofBadge } from "./proof.js";
import { wholeBlock } from "./whole.js";

/** @type {Reading[]} */
export const above = [actions, noteBlock, groupBlock, heatMaps];
/** @type {Reading[]} */
export const below = [wholeBlock, localRule, jacobianBlock, closedForm, hessianBlock, proofBadge];
