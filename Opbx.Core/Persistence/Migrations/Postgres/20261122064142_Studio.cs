using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Opbx.Core.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Studio : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WebhookDeliveries_Pending",
                table: "WebhookDeliveries");

            migrationBuilder.DropIndex(
                name: "IX_Calls_PbxId_FromDigits_StartedAt",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_PbxId_StartedAt_Token",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_PbxId_ToDigits_StartedAt",
                table: "Calls");

            migrationBuilder.AddColumn<string>(
                name: "Timing",
                table: "DeliveryAttempts",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Groups",
                table: "Calls",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Place",
                table: "Calls",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "WaitSeconds",
                table: "Calls",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "Calls",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "LastSignInAt",
                table: "AspNetUsers",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    RaisedAt = table.Column<long>(type: "bigint", nullable: false),
                    DismissedAt = table.Column<long>(type: "bigint", nullable: true),
                    NextMailAt = table.Column<long>(type: "bigint", nullable: true),
                    MailTries = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReceiverRecords",
                columns: table => new
                {
                    IntegrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    FailingSince = table.Column<long>(type: "bigint", nullable: false),
                    LastFailureAt = table.Column<long>(type: "bigint", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    Warned = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceiverRecords", x => x.IntegrationId);
                });

            migrationBuilder.CreateTable(
                name: "ReportDispatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    PbxId = table.Column<Guid>(type: "uuid", nullable: false),
                    Interval = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    First = table.Column<DateOnly>(type: "date", nullable: false),
                    Last = table.Column<DateOnly>(type: "date", nullable: false),
                    Address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    SentAt = table.Column<long>(type: "bigint", nullable: true),
                    NextTryAt = table.Column<long>(type: "bigint", nullable: true),
                    Tries = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportDispatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReportSchedules",
                columns: table => new
                {
                    PbxId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Interval = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Addresses = table.Column<string>(type: "character varying(5100)", maxLength: 5100, nullable: false),
                    Since = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportSchedules", x => x.PbxId);
                });

            migrationBuilder.CreateTable(
                name: "UserChoices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Value = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserChoices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserChoices_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_Pending",
                table: "WebhookDeliveries",
                columns: new[] { "IntegrationId", "Kind", "Attempts", "Id", "DueAt", "LeaseUntil" },
                filter: "\"State\" = 'Pending'");

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

            migrationBuilder.CreateIndex(
                name: "IX_CallEvents_WithBody",
                table: "CallEvents",
                column: "ReceivedAt",
                filter: "\"Body\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_NextMailAt",
                table: "Notices",
                column: "NextMailAt",
                filter: "\"NextMailAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_OrganizationId_Key",
                table: "Notices",
                columns: new[] { "OrganizationId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportDispatches_NextTryAt",
                table: "ReportDispatches",
                column: "NextTryAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReportDispatches_PbxId_Interval_First",
                table: "ReportDispatches",
                columns: new[] { "PbxId", "Interval", "First" });

            migrationBuilder.CreateIndex(
                name: "IX_UserChoices_UserId_Place",
                table: "UserChoices",
                columns: new[] { "UserId", "Place" },
                unique: true);

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

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "ReceiverRecords");

            migrationBuilder.DropTable(
                name: "ReportDispatches");

            migrationBuilder.DropTable(
                name: "ReportSchedules");

            migrationBuilder.DropTable(
                name: "UserChoices");

            migrationBuilder.DropIndex(
                name: "IX_WebhookDeliveries_Pending",
                table: "WebhookDeliveries");

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

            migrationBuilder.DropIndex(
                name: "IX_CallEvents_WithBody",
                table: "CallEvents");

            migrationBuilder.DropColumn(
                name: "Timing",
                table: "DeliveryAttempts");

            migrationBuilder.DropColumn(
                name: "Groups",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "WaitSeconds",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "LastSignInAt",
                table: "AspNetUsers");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_Pending",
                table: "WebhookDeliveries",
                columns: new[] { "IntegrationId", "Id", "DueAt", "Attempts", "LeaseUntil" },
                filter: "\"State\" = 'Pending'");

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
