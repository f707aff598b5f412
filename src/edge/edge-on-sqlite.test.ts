import { describe } from 'vitest';
import { bedsOf, sqliteStores } from './testing/bed.node.ts';
import { edgeSuite } from './testing/suite/index.node.ts';

describe('edge on Node with SQLite and a disk', () => edgeSuite(bedsOf(sqliteStores)));
