import {
  type ColumnDefinitionNode,
  DataTypeNode,
  OperationNodeTransformer,
  RawNode,
  type KyselyPlugin,
} from 'kysely';

/**
 * Gives every column of text that a migration makes on PostgreSQL the order of its bytes, as SQLite
 * and our own code have it, whatever the locale of the database.
 */
export class TextByBytes implements KyselyPlugin {
  readonly #columns = new TextColumns();

  transformQuery({ node }: Parameters<KyselyPlugin['transformQuery']>[0]) {
    return this.#columns.transformNode(node);
  }

  transformResult({ result }: Parameters<KyselyPlugin['transformResult']>[0]) {
    return Promise.resolve(result);
  }
}

class TextColumns extends OperationNodeTransformer {
  protected override transformColumnDefinition(node: ColumnDefinitionNode): ColumnDefinitionNode {
    const column = super.transformColumnDefinition(node);
    if (!DataTypeNode.is(column.dataType) || column.dataType.dataType !== 'text') return column;
    return { ...column, dataType: RawNode.createWithSql('text collate "C"') };
  }
}
