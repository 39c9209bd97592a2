using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Opbx.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CallPlaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Calls_PbxId_FromDigits_StartedAt",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_PbxId_StartedAt_Token",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_PbxId_ToDigits_StartedAt",
                table: "Calls");

            migrationBuilder.AddColumn<long>(
                name: "Place",
                table: "Calls",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "Calls",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PbxId_Direction_Place",
                table: "Calls",
                columns: new[] { "PbxId", "Direction", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PbxId_Disposition_Place",
                table: "Calls",
                columns: new[] { "PbxId", "Disposition", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PbxId_Place",
                table: "Calls",
                columns: new[] { "PbxId", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_Place",
                table: "Calls",
                column: "Place");

            migrationBuilder.Sql("""
                UPDATE "Calls" SET "Place" = ("StartedAt" << 16) | (rowid & 65535), "Words" = "FromDigits" || ' ' || "ToDigits" || ' ' || "Extensions" || ' ' || "From" || ' ' || "To";
                """);

            // Every three letters of the words, without their positions; the rows' numbers are the calls' places. What is deleted is overwritten.
            migrationBuilder.Sql("""
                CREATE VIRTUAL TABLE "CallSearch" USING fts5("Words", content='Calls', content_rowid='Place', tokenize='trigram', detail='none', columnsize=0);
                INSERT INTO "CallSearch"("CallSearch", rank) VALUES ('secure-delete', 1);
                INSERT INTO "CallSearch"("CallSearch") VALUES ('rebuild');
                CREATE TRIGGER "CallSearchInsert" AFTER INSERT ON "Calls" BEGIN
                    INSERT INTO "CallSearch"(rowid, "Words") VALUES (new."Place", new."Words");
                END;
                CREATE TRIGGER "CallSearchDelete" AFTER DELETE ON "Calls" BEGIN
                    INSERT INTO "CallSearch"("CallSearch", rowid, "Words") VALUES ('delete', old."Place", old."Words");
                END;
                CREATE TRIGGER "CallSearchUpdate" AFTER UPDATE OF "Place", "Words" ON "Calls" WHEN old."Place" <> new."Place" OR old."Words" <> new."Words" BEGIN
                    INSERT INTO "CallSearch"("CallSearch", rowid, "Words") VALUES ('delete', old."Place", old."Words");
                    INSERT INTO "CallSearch"(rowid, "Words") VALUES (new."Place", new."Words");
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "CallSearchInsert";
                DROP TRIGGER "CallSearchDelete";
                DROP TRIGGER "CallSearchUpdate";
                DROP TABLE "CallSearch";
                """);

            migrationBuilder.DropIndex(
                name: "IX_Calls_PbxId_Direction_Place",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_PbxId_Disposition_Place",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_PbxId_Place",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_Place",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "Calls");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PbxId_FromDigits_StartedAt",
                table: "Calls",
                columns: new[] { "PbxId", "FromDigits", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PbxId_StartedAt_Token",
                table: "Calls",
                columns: new[] { "PbxId", "StartedAt", "Token" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PbxId_ToDigits_StartedAt",
                table: "Calls",
                columns: new[] { "PbxId", "ToDigits", "StartedAt" });
        }
    }
}
