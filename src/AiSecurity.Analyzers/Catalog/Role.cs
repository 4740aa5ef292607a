namespace AiSecurity.Analyzers.Catalog;

/// <summary>What a row of the catalog says its member or pattern is.</summary>
internal enum Role
{
    /// <summary>The NuGet package of the rows that follow; its attributes are their defaults.</summary>
    Package,

    /// <summary>An assembly whose presence makes a compilation worth looking at.</summary>
    Reference,

    /// <summary>A piece of text that makes a compilation without such an assembly worth looking at: it asks an AI service by hand.</summary>
    Mention,

    /// <summary>A type through which an application speaks to an AI service.</summary>
    Client,

    /// <summary>The options that hold the request pipeline of an AI client.</summary>
    Pipeline,

    /// <summary>A member that takes a key on behalf of an AI client.</summary>
    Key,

    /// <summary>A type that wraps a key.</summary>
    KeyCredential,

    /// <summary>A member that adds a policy, possibly one that carries a key, to a client's pipeline.</summary>
    KeyPolicy,

    /// <summary>A base type of credentials that get tokens from Microsoft Entra ID.</summary>
    Token,

    /// <summary>The policy that puts the token of a credential on every request.</summary>
    Bearer,

    /// <summary>A credential that needs no secret, which a fix may create.</summary>
    Credential,

    /// <summary>A member that takes the scope of a token, <c>value=</c>.</summary>
    TokenScope,

    /// <summary>The beginning of a scope that no AI service takes.</summary>
    OtherScope,

    /// <summary>A member that takes a secret which must not stand in source code.</summary>
    Secret,

    /// <summary>A member that sets a request header.</summary>
    Header,

    /// <summary>The name of a header that carries an AI key; <c>except=</c> are words in names around it that say whose key it is instead.</summary>
    KeyHeader,

    /// <summary>A part of the URLs of an Azure AI service.</summary>
    AiPath,

    /// <summary>A host name pattern and who answers there.</summary>
    Host,

    /// <summary>A property that holds the callback that looks at a server's certificate; <c>bad=</c> names a callback that accepts all.</summary>
    CertificateCheck,

    /// <summary>A word in the names of settings that speak of an AI service: lower case, letters only.</summary>
    AiName,

    /// <summary>A member that reads a setting by name.</summary>
    Setting,

    /// <summary>The type of a configuration that a fix may read a key from.</summary>
    Configuration,

    /// <summary>A member that takes a service out of the container.</summary>
    Service,

    /// <summary>
    /// A member whose value comes into the program from somewhere, <c>origin=</c>; with <c>into=</c> it writes the value into that parameter,
    /// as <c>Stream.Read(buffer)</c> does. <c>filter=parameter</c>, <c>filter=parameter:Member</c> say where a search takes a filter.
    /// </summary>
    Source,

    /// <summary>
    /// A base type, interface, attribute, registration (<c>handler=</c> names the parameter) or property that is assigned whose methods get values from
    /// outside as parameters, <c>origin=</c>; <c>answers=caller</c> when what they return goes back to whoever called,
    /// <c>answers=model</c> when to the model that called a tool, through the pipelines of <c>through=</c>.
    /// </summary>
    Entry,

    /// <summary>
    /// A member that sends text to a model: <c>prompt=</c> and <c>instructions=</c> name the parameters, <c>through=</c> the pipeline that
    /// it runs through (kernel, chat-client, agent). Its result is what the model answers; <c>answers=media</c> when that is no text.
    /// <c>url=</c> names the parameter that holds the URL, or the request with it: the member is one only where <see cref="ModelPath"/> knows that URL, or where nothing of the URL is known and what is sent looks like a <see cref="ModelBody"/>.
    /// </summary>
    ModelCall,

    /// <summary>A piece of the path of a REST operation that asks a model.</summary>
    ModelPath,

    /// <summary>The names that a turn of a conversation has in the JSON of a REST operation that asks a model, all of them, joined by commas.</summary>
    ModelBody,

    /// <summary>
    /// A member that puts the text of a parameter, <c>text=</c>, into a message, <c>as=</c> user, assistant, tool, system or developer, or as the parameter <c>role=</c> says;
    /// with both, <c>as=</c> is for overloads without that parameter. A property holds the text itself, and <c>role=</c> names the property beside it.
    /// </summary>
    Message,

    /// <summary>A property, or a parameter <c>value=</c>, that holds instructions for a model or agent.</summary>
    Instructions,

    /// <summary>
    /// A member that looks at texts, <c>text=</c> and <c>documents=</c>: <c>signals=exception</c> when it throws, <c>signals=result</c> when its
    /// result must be tested (<c>good=</c> for a boolean). <c>guards=screened</c> is one for what a model wrote.
    /// </summary>
    Shield,

    /// <summary>
    /// The member of a run-time guard that fixes call, <c>guards=</c>: <c>as=</c> is a name for the guard, <c>register=</c> the member that puts it into the container,
    /// <c>setting=</c> where its endpoint stands, <c>result=</c> the property of its answer that holds a text, <c>pipeline=</c> the member that puts it into the pipeline of a
    /// client, which <c>covers=</c> names: outermost, or behind the step that <c>inside=</c> names.
    /// </summary>
    Guard,

    /// <summary>
    /// A member that begins the pipeline of a client, which <c>covers=</c> names; <c>kind=container</c> when the container builds it. With <c>pipeline=</c> it makes the client itself,
    /// and the member that is named there begins one around it.
    /// </summary>
    PipelineStart,

    /// <summary>A member of a shield's answer, or of a model's (also an extension method on it), that says whether the text is good: <c>good=true</c> or <c>false</c>; without it, to look is enough; <c>bad=</c> names the value that must not go on.</summary>
    Verdict,

    /// <summary>A part of a member's name that tells whether an answer of the application's own is good: <c>good=true</c> or <c>false</c>.</summary>
    VerdictWord,

    /// <summary>A part of the name of an interface, or of its method, that says that it asks a prompt shield: <c>kind=type</c> in the interface's name only, <c>kind=method</c> in the method's.</summary>
    ShieldWord,

    /// <summary>A member that sends an HTTP request: in a body that names the shield's REST operation, it asks the shield.</summary>
    HttpSend,

    /// <summary>
    /// A member of the application's start that puts a shield into a pipeline: <c>covers=</c> kernel, chat-client, agent or request, separated by commas.
    /// With <c>handler=</c> it takes functions, which must ask a shield; <c>as=</c> names, for each, the one member whose calls run through it, or <c>*</c>.
    /// </summary>
    PipelineShield,

    /// <summary>A base type of filters, delegating clients and middleware: one that asks a shield puts it into the pipeline that <c>covers=</c> names.</summary>
    PipelineType,

    /// <summary>An attribute by which the application gives its own member a guard: <c>guards=</c>. With <c>kind=sanitizer</c> the result has the guard, not the argument.</summary>
    GuardAttribute,

    /// <summary>A member whose result may go where its argument may not: <c>guards=</c> says where.</summary>
    Sanitizer,

    /// <summary>A member that undoes a sanitizer: its result no longer has the <c>guards=</c>.</summary>
    Decoder,

    /// <summary>
    /// A place where text becomes something dangerous: <c>kind=</c> code, sql, html, path, url, type, pattern, query, log, answer; <c>value=</c> names
    /// the parameters, <c>*</c> the whole of a call by whose result a model will run what it likes. <c>when=parameter:text</c> asks for a constant that begins so, <c>program=</c> names the parameter or property that
    /// holds the program which <see cref="Interpreter"/> must know, <c>content=</c> the parameter whose text is written to the file that <c>value=</c> names. <c>as=</c> is the language of code that a sandbox of a fix can run as it is,
    /// and <c>run=</c> the members that execute what this one has taken.
    /// </summary>
    Sink,

    /// <summary>The file name of a program that executes what it is given; <c>*</c> at the end stands for any continuation.</summary>
    Interpreter,

    /// <summary>A property that switches the encoding of template arguments off when it is true.</summary>
    EncodingOff,

    /// <summary>
    /// What makes a project a server: a member that builds a web application, <c>kind=web</c>, or any host, <c>kind=host</c>, which <c>kind=run</c> runs; a base type or an attribute.
    /// <c>kind=terminal</c> is a member by which a program talks to the person who started it: a host beside it is a tool.
    /// </summary>
    Server,

    /// <summary>A member that registers types of which the program has one object for all who ask.</summary>
    Singleton,

    /// <summary>A member that registers what a container hands out by its type; <c>key=</c> the parameter that is asked for, too.</summary>
    Registration,

    /// <summary>A member that tells where the program runs: <c>good=true</c> when it says development, <c>good=false</c> production; <c>name=</c> the parameter that names the place.</summary>
    EnvironmentTest,

    /// <summary>A member that asks an AI service for something else than text: embeddings, a transcript.</summary>
    AiCall,

    /// <summary>
    /// What makes code answer requests from outside. A member that maps it, <c>kind=</c> route (<c>handler=</c> names the parameter), group, controllers, pages, hub,
    /// grpc (both by their type argument) or agent, which exposes a model by itself; <c>kind=sender</c> a type by whose argument code sends over a hub; a base type or attribute of what is mapped, <c>kind=</c> action, page, hub, grpc or function; of a function <c>bad=</c> is the level that
    /// lets everybody through, and <c>as=</c> the one for a fix.
    /// </summary>
    Endpoint,

    /// <summary>
    /// What lets only known callers through: a convention of a route, or an attribute. <c>good=false</c> lets everybody through; <c>kind=everywhere</c> holds for all
    /// endpoints, <c>kind=mvc</c> for actions and pages; <c>kind=filter</c> (of a route) and <c>kind=middleware</c> take a type or function that may refuse.
    /// <c>as=</c> is what a fix writes: a convention or an attribute.
    /// </summary>
    Authorization,

    /// <summary>
    /// What bounds the number of requests: a convention of a route, or an attribute; <c>kind=everywhere</c> holds for all endpoints; <c>good=false</c> switches it off; <c>as=</c> as above.
    /// <c>kind=asked</c> is a member by which code asks a limiter itself.
    /// </summary>
    RateLimit,

    /// <summary>A member that says where the server listens: <c>value=</c> names the parameter that holds the address; without it, <c>kind=</c> loopback or other.</summary>
    Listen,

    /// <summary>A member that lets the scripts of websites call the application: <c>kind=callback</c> decides by a function, <c>bad=</c> is the name that means every website.</summary>
    CrossOrigin,

    /// <summary>A property that takes the filter of a search as text; <c>as=</c> is the method that makes such text and escapes what is put in.</summary>
    SearchFilter,

    /// <summary>
    /// A member by which a program signs in as a person: <c>kind=password</c> with a password alone, <c>kind=interactive</c> by asking somebody in front of it,
    /// <c>kind=developer</c> with what a developer's tool is signed in as.
    /// </summary>
    WeakCredential,

    /// <summary>A client by which people set resources up: what a person signs in for, an application does not do while it serves others.</summary>
    Administration,

    /// <summary>The setting with the password of a person as whom a program signs in; <c>name=</c> is the setting with the person's name.</summary>
    PasswordSetting,

    /// <summary>The constructor of a credential that tries one way after the other: <c>value=</c> its options, <c>when=parameter:text</c> what makes it ask a person too.</summary>
    UnpinnedCredential,

    /// <summary>A property that keeps a developer's tool out of what a credential tries, when it is true.</summary>
    DeveloperExclusion,

    /// <summary>The constructor of a credential that keeps its tokens, and so should be made once.</summary>
    Identity,

    /// <summary>The constructor of a credential whose proof of identity is a secret that lives long: <c>from=</c>. A property that chooses how a store of an AI feature is opened: <c>bad=</c> are the choices that need one.</summary>
    LongLivedSecret,

    /// <summary>A member that takes a credential of Entra ID on behalf of an AI client, <c>from=</c>, beside those of rows for keys, <c>to=</c>.</summary>
    TokenUse,

    /// <summary>What switches a check of an identity off: a property that is true, or a parameter with the text in <c>when=parameter:text</c>.</summary>
    IdentityCheckOff,

    /// <summary>A list of the tenants for which a credential gets tokens besides its own.</summary>
    AllowedTenants,

    /// <summary>A member that gets a token: <c>value=</c> says for what.</summary>
    TokenRequest,

    /// <summary>A member that fetches or renews the keys of an account.</summary>
    AccountKey,

    /// <summary>An assembly that brings clients which choose their own credential.</summary>
    ClientIntegration,

    /// <summary>An audience of tokens that AI services accept: the host name in a scope.</summary>
    TokenAudience,

    /// <summary>A property that puts prompts and answers into logs and traces when it is true; <c>kind=client</c> for one that other clients have too.</summary>
    RecordsContent,

    /// <summary>The name of a switch or an environment variable that does the same; <c>kind=section</c> for a setting that does so within the section of an AI client.</summary>
    ContentSwitch,

    /// <summary>A member that sets a switch or an environment variable: <c>name=</c> and <c>value=</c> name the parameters.</summary>
    SwitchSetter,

    /// <summary>A property that says how a model's data source is opened; <c>entra=</c> names the member that opens it with a managed identity.</summary>
    Grounding,

    /// <summary>The constructor of a data source that a model searches by itself: without a member in <c>unless=</c> it finds everything for everybody.</summary>
    DataSource,

    /// <summary>A member that loads a model from a file, stream or bytes: <c>value=</c> names the parameters; <c>kind=folder</c> when it takes a folder.</summary>
    ModelLoad,

    /// <summary>A member that makes sure of a file, or reads a part of the program itself; <c>kind=path</c> or <c>verified</c> when its result is what to load.</summary>
    ModelCheck,

    /// <summary>What decides whether keys open an AI resource: a property, or a parameter <c>value=</c>; <c>good=</c> is the value that closes it, <c>bad=</c> those that open it.</summary>
    LocalAuth,

    /// <summary>What decides whether an AI resource answers the public network, in the same words.</summary>
    PublicNetwork,

    /// <summary>
    /// The constructor of a description of an AI resource that keys open until a member in <c>unless=</c> says otherwise: the last is the switch,
    /// and the first may hold it.
    /// </summary>
    LocalAuthResource,

    /// <summary>The constructor of one that answers the public network until then, in the same words.</summary>
    PublicNetworkResource,

    /// <summary>
    /// A setting, or a parameter <c>value=</c>, that says whether a person approves what tools do: <c>bad=</c> are the values by which nobody does, <c>good=</c> what to write instead.
    /// <c>kind=rule</c> takes a list of functions that approve; <c>kind=response</c> is the answer itself.
    /// </summary>
    Approval,

    /// <summary>
    /// A setting, or a parameter <c>value=</c>, of what executes a model's code: <c>bad=</c> are the values that open it, <c>!</c> in front of one stands for all others; <c>good=</c> what to write
    /// instead. <c>kind=</c> files, approval, check, limit or network says what is opened, <c>kind=directory</c> and <c>kind=argument</c> take lists.
    /// </summary>
    SandboxSetting,

    /// <summary>
    /// What hands a function to a model: an attribute, or a member with the function in <c>handler=</c>. <c>kind=</c> says who calls it: function (an AI function, which a fix can wrap), kernel or mcp;
    /// <c>as=</c> is the kind of side effect of a tool that has one by itself, <c>as=type</c> takes a type with such a row as type argument, and <c>when=parameter:text</c> asks for that constant. A property in <c>unless=</c> chooses what it may do.
    /// </summary>
    Tool,

    /// <summary>
    /// A member that changes something: <c>kind=</c> process, code, file, sql, query, http, mail, azure or payment. <c>value=</c> names the parameter that its overload must have, which holds the SQL, the mode or the request.
    /// </summary>
    SideEffect,

    /// <summary>The beginning of the name of a member of the application's own that binds somebody: <c>kind=payment</c>.</summary>
    SideEffectWord,

    /// <summary>A piece of a URL to which something is posted in order to read.</summary>
    ReadPath,

    /// <summary>A type that holds what was said: <c>kind=</c> history, session, which every call adds to, or element, of which a list is a history; <c>name=</c> the property by which a service finds it again.</summary>
    Conversation,

    /// <summary>The function that asks a person before it calls another.</summary>
    ApprovalWrapper,

    /// <summary>What a filter or middleware gets to know of a tool call that it can stop; <c>kind=</c> as for <see cref="Tool"/>, <c>name=</c> and <c>plugin=</c> where it holds the names of the function and of its plugin, <c>rounds=</c> where it counts.</summary>
    ToolContext,

    /// <summary>A property of a model's call that names the function: what an application does for a certain name is a tool. <c>kind=dispatch</c>.</summary>
    ToolName,

    /// <summary>A member that gives the functions of an object or a type to a kernel.</summary>
    Plugin,

    /// <summary>A parameter, <c>name=</c>, that leaves tool calls to the application when it is false; without it, a member that always does, or with <c>good=false</c> never.</summary>
    ManualTools,

    /// <summary>A setting, or a parameter <c>value=</c>, that bounds how often a model is asked on behalf of one request; <c>good=</c> is a number for a fix.</summary>
    IterationLimit,

    /// <summary>The method of a group chat's manager that ends the chat: an override that never says so takes the manager's own limit away.</summary>
    Termination,

    /// <summary>A member that asks how far a model's run has come, or a property of an answer that is there while the run goes on.</summary>
    RunPoll,

    /// <summary>
    /// A member that waits for a person or a message, <c>kind=wait</c>, or takes the next piece of what is there, <c>kind=data</c>: a loop around it ends or rests when nothing comes.
    /// </summary>
    Pace,

    /// <summary>A member that takes the identifier of a session in which a model's code runs: a property, or a parameter <c>value=</c>.</summary>
    SessionIdentifier,

    /// <summary>A property that bounds how long a call of an AI service may take; <c>kind=http</c> for one of any HTTP client.</summary>
    CallTimeout,

    /// <summary>A member that waits for a process, without a limit when it is given no argument.</summary>
    ProcessWait,

    /// <summary>
    /// What says which server of the Model Context Protocol a program uses, a property or a parameter <c>value=</c>: <c>kind=address</c> is its URL, <c>kind=command</c> the program that is it, whose
    /// arguments the property <c>as=</c> beside it holds, and <c>kind=tools</c> makes a tool of all that the server at that URL offers, until the parameter or property <c>unless=</c> names some.
    /// </summary>
    McpServer,

    /// <summary>A member that says which model or deployment is asked: a property, or a parameter <c>value=</c>.</summary>
    ModelName,

    /// <summary>The constructor of options for a request to a model: the first member in <c>unless=</c> bounds the tokens of the answer, the others may do so too; <c>good=</c> is a number for a fix.</summary>
    OutputLimit,

    /// <summary>A member that fetches what is kept elsewhere: <c>url=</c> names the parameter with its address, <c>into=</c> the one with the path of the file that it writes.</summary>
    Download,

    /// <summary>A member that makes functions for a model of the description in <c>value=</c>; a parameter among them that takes a URI is its address.</summary>
    CodeLoad,

    /// <summary>A piece of the URL of a revision that changes.</summary>
    MovingRevision,

    /// <summary>
    /// A member that assigns a role of Azure: a property, or a parameter <c>value=</c>. <c>good=</c> is the role that is enough for an application, where the resource is an AI resource by the member alone;
    /// otherwise <c>scope=</c> names the property or parameter that says which resource it is.
    /// </summary>
    RoleAssignment,

    /// <summary>
    /// A role of Azure by its id: <c>name=</c> is its name, with <c>_</c> for spaces, and behind it those that it had before. <c>kind=</c> says what it lets its holder do beyond the use of a resource: owner, contributor, access, deployments or indexes;
    /// without it, the role is one for applications.
    /// </summary>
    AzureRole,

    /// <summary>The namespace, or the resource provider with a slash, that descriptions of AI resources have; <c>good=</c> is the role that is enough for an application.</summary>
    AiResource,

    /// <summary>
    /// A member that creates an agent: <c>name=</c> is the parameter with its name, <c>setting=</c> the property that holds it, of what is created or of an argument (<c>options.Name</c>).
    /// <c>kind=service</c> when a service keeps the agent until somebody deletes it.
    /// </summary>
    Agent,

    /// <summary>What keeps order among the agents of a service: <c>kind=delete</c> deletes one, <c>kind=find</c> looks whether there is one of a name already.</summary>
    AgentUpkeep,

    /// <summary>A member that gives another value each time: the clock, chance.</summary>
    Changing,

    /// <summary>
    /// What an inventory of the application lists, <c>kind=</c> agent, tool, model, mcp-server, data-source or service: a member that makes it, or the base type of objects that are it. <c>name=</c>, <c>tools=</c> and
    /// <c>endpoint=</c> say where these stand: parameters, properties of the object, or properties of the object in a parameter (<c>options.Name</c>), separated by commas, the first that is written counts.
    /// <c>kind=guard</c> is a step around clients, agents or tools that is listed with them as <c>as=</c>.
    /// </summary>
    Inventory,

    /// <summary>
    /// What lets somebody see afterwards what passed through a pipeline, which <c>covers=</c> names: a step of it, a property, or a type of which it is given an object.
    /// <c>kind=named</c> when the name alone tells, wherever it stands.
    /// </summary>
    Monitor,

    /// <summary>A step of a pipeline that puts what passes under the policies of an organization, in the same words.</summary>
    Governance,

    /// <summary>
    /// The constructor of options for a request to a model, with the members in <c>unless=</c> that say for whom it is, the first for a fix and the member in <c>as=</c> better where it exists;
    /// or a call whose parameter <c>value=</c> takes such options. Only where the project refers to the type in <c>needs=</c>.
    /// </summary>
    EndUser,

    /// <summary>A member that hands its argument <c>value=</c> to whoever handles its type: the methods <c>as=</c> of interfaces, as <c>Interface.Method</c>, separated by commas, whose first type argument that is.</summary>
    Dispatch,

    /// <summary>A member that runs a function of the project by the name <c>name=</c>, with <c>value=</c> as its first argument: the method that <c>nameof</c> names, or to which an attribute of <c>as=</c> gives the name.</summary>
    NamedCall,

    /// <summary>
    /// A member of a queue inside the program, whose first type argument is what waits in it: <c>value=</c> names the parameter that is put in; without it, what comes out, as the result or in an out parameter.
    /// Objects of the project's own types are the same wherever the queue is held. With <c>handles=</c>, a member that is called with what others have put in, as the parameter of that name, and whose result is put in;
    /// of an attribute, <c>handles=*</c>: so is what carries it, by its first parameter.
    /// </summary>
    Queue,

    /// <summary>A type that knows who is signed in: <c>through=</c> leads from an object of it to the user, and <c>value=</c> is the claim with his id.</summary>
    SignedIn,

    /// <summary>A type of answers to callers that <c>as=</c> makes of a status code, and the code <c>good=</c> for a text that is withheld.</summary>
    Refusal,

    /// <summary>A member that runs a tool, an agent or code for a model.</summary>
    Execution,

    /// <summary>A member that says which store of data an application opens: a property, or the parameters <c>value=</c>.</summary>
    StoreName,

    /// <summary>
    /// A type by what its values are to text that flows around them: <c>kind=host</c> is the application and what it is built with, <c>kind=context</c> only has members that matter,
    /// <c>kind=text</c> is what somebody wrote, <c>kind=answer</c> what is given back.
    /// </summary>
    Nature,
}
