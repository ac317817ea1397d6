package io.equipoise.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Connections to the services. Each person who looks at a live page or at alerts holds one for as long as they look: the
 * client's own limit of five a service would shut the door behind the fifth, and a stream that nobody listens to any more
 * is cut off, because the client would read it to an end that never comes.
 */
@Configuration(proxyBeanMethods = false)
class Upstreams {
    private static final Logger LOG = LoggerFactory.getLogger(Upstreams.class);
    private static final int A_SERVICE = 10_000;
    private static final int ALL = 20_000;
    private static final Timeout FOR_A_FREE_ONE = Timeout.ofSeconds(5);

    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> manyAtOnce() {
        return builder -> builder.withConnectionManagerCustomizer(
                        pool -> pool.setMaxConnPerRoute(A_SERVICE).setMaxConnTotal(ALL))
                .withDefaultRequestConfigCustomizer(config -> config.setConnectionRequestTimeout(FOR_A_FREE_ONE))
                .withHttpClientCustomizer(client -> client.addExecInterceptorFirst("streams", Upstreams::proceed));
    }

    private static ClassicHttpResponse proceed(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        var response = chain.proceed(request, scope);
        var entity = response.getEntity();
        if (entity != null && String.valueOf(entity.getContentType()).startsWith("text/event-stream")) {
            response.setEntity(new Endless(entity, scope.execRuntime));
        }
        return response;
    }

    /** What is sent until somebody hangs up. A service that dies ends it; who listened comes again. */
    private static final class Endless extends HttpEntityWrapper {
        private final ExecRuntime connection;

        Endless(HttpEntity entity, ExecRuntime connection) {
            super(entity);
            this.connection = connection;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new FilterInputStream(super.getContent()) {
                @Override
                public int read(byte[] bytes, int offset, int length) {
                    try {
                        return super.read(bytes, offset, length);
                    } catch (IOException died) {
                        LOG.debug("a service ended a stream: {}", died.toString());
                        return -1;
                    }
                }

                @Override
                public void close() {
                    connection.discardEndpoint();
                }
            };
        }
    }
}
