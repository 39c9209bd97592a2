using Opbx.Core.Document;

namespace Opbx.Core.Configuration;

public sealed record ImportOutcome(IReadOnlyList<MemberChange> Changes);
