import { SqliteDialect, SqliteQueryCompiler } from 'kysely';

/**
 * Writes each parameter as `+?`, which has the value of `?` and keeps the plan. SQLite as it is
 * built here looks at the value of a bare one while it plans, and so plans the statement anew
 * whenever that is another, which takes four to eight times as long as a query by key itself.
 * There are no statistics that it could weigh the value by.
 */
class PlanOnce extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return '+?';
  }
}

/** Kysely on one connection of ours: every statement is planned once. */
export class EmbeddedDialect extends SqliteDialect {
  override createQueryCompiler(): SqliteQueryCompiler {
    return new PlanOnce();
  }
}
