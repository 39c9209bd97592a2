using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Opbx.Core.Persistence.Migrations.Postgres
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
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "Calls",
                type: "text",
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
                UPDATE "Calls" SET "Place" = ("StartedAt" << 16) | (abs(hashtext("Id"::text)::bigint) & 65535), "Words" = "FromDigits" || ' ' || "ToDigits" || ' ' || "Extensions" || ' ' || "From" || ' ' || "To";
                """);

            // Where the server does not have this extension, the log is searched without an index.
            migrationBuilder.Sql("""
                DO $$ BEGIN
                    CREATE EXTENSION IF NOT EXISTS pg_trgm;
                    CREATE INDEX "IX_Calls_Words" ON "Calls" USING gin ("Words" gin_trgm_ops);
                EXCEPTION WHEN OTHERS THEN
                    RAISE NOTICE 'The call log is searched without an index: %', SQLERRM;
                END $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP INDEX IF EXISTS "IX_Calls_Words";""");

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
