using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>How the API's records are written and read. Names are given explicitly: Cloudonix mixes camel case and kebab case.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(CloudonixDomain))]
[JsonSerializable(typeof(DomainUpdate))]
[JsonSerializable(typeof(DomainPatch))]
[JsonSerializable(typeof(VoiceApplication))]
[JsonSerializable(typeof(NewVoiceApplication))]
[JsonSerializable(typeof(VoiceApplicationPatch))]
[JsonSerializable(typeof(ApplicationSwitch))]
[JsonSerializable(typeof(NewCall))]
[JsonSerializable(typeof(StartedCall))]
[JsonSerializable(typeof(RemoteSubscriber))]
[JsonSerializable(typeof(NewSubscriber))]
[JsonSerializable(typeof(SubscriberUpdate))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class CloudonixJson : JsonSerializerContext;
