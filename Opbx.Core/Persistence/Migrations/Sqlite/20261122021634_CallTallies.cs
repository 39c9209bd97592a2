using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Opbx.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CallTallies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BlockedHits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PbxId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Pattern = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Count = table.Column<long>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BlockedHits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GroupPositions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PbxId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Calls = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupPositions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LastAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PbxId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Extension = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LastAnswers", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BlockedHits_PbxId",
                table: "BlockedHits",
                column: "PbxId");

            migrationBuilder.CreateIndex(
                name: "IX_GroupPositions_PbxId",
                table: "GroupPositions",
                column: "PbxId");

            migrationBuilder.CreateIndex(
                name: "IX_LastAnswers_PbxId",
                table: "LastAnswers",
                column: "PbxId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BlockedHits");

            migrationBuilder.DropTable(
                name: "GroupPositions");

            migrationBuilder.DropTable(
                name: "LastAnswers");
        }
    }
}
