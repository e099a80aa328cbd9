import { compile } from '@inlang/paraglide-js';
import { messages } from './messages.ts';

// For checks, which look at the pages without building them.
await compile(messages);
